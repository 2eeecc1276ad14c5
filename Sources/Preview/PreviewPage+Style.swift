extension PreviewPage {
  static let style = """
    <meta name="color-scheme" content="light dark">
    <style>
    :root{--page:#e9eaec;--paper:#fff;--ink:#1b1f23;--soft:#545b63;--line:#cfd3d8;--error:#a3201b;--warning:#7a4d00}
    @media (prefers-color-scheme:dark){:root{--page:#16181b;--paper:#212429;--ink:#e9ebee;--soft:#a9b0b8;--line:#3b4047;--error:#ff9a90;--warning:#e8bd6a}}
    *{box-sizing:border-box}
    body{margin:0;padding:0 24px 48px;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif}
    header{padding:28px 0 16px}
    h1{margin:0;font-size:26px;line-height:1.25}
    h1 span{font-weight:400;color:var(--soft)}
    h2{margin:0 0 8px;font-size:17px}
    main>h2{margin:32px 0 4px}
    header p,.note{margin:0;color:var(--soft)}
    .note{max-width:62em;margin-bottom:16px}
    .facts{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}
    .facts section{padding:18px 20px;background:var(--paper);border:1px solid var(--line);border-radius:8px}
    .facts section+section{flex:1 1 420px;min-width:0}
    table{border-collapse:collapse}
    th,td{padding:4px 18px 4px 0;text-align:left;font-weight:400;font-variant-numeric:tabular-nums;white-space:nowrap}
    td:nth-child(2),th:nth-child(2){text-align:right}
    thead th{color:var(--soft);font-size:13px}
    td:last-child,th:last-child{padding-right:0}
    meter{width:110px;vertical-align:middle}
    a{color:inherit}
    ul{margin:0;padding:0;list-style:none;max-height:320px;overflow:auto}
    li{padding:4px 0;overflow-wrap:anywhere}
    li b{font-weight:600}
    .error b{color:var(--error)}
    .warning b{color:var(--warning)}
    small{color:var(--soft);font-size:13px;font-weight:400}
    .views{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
    figure{margin:0;max-width:100%}
    .w375{width:375px}
    .w680{width:680px}
    figcaption{padding:0 0 6px;font-weight:600}
    iframe{display:block;max-width:100%;background:#fff;border:0;border-radius:8px;box-shadow:0 0 0 1px var(--line)}
    pre{margin:0;background:var(--paper);border:1px solid var(--line);border-radius:8px;overflow:auto;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,Liberation Mono,monospace}
    .text{height:760px;padding:20px 24px}
    .source{max-height:70vh;padding:16px 20px;white-space:pre-wrap;overflow-wrap:anywhere}
    details{margin:0 0 12px}
    summary{padding:8px 0;cursor:pointer}
    :focus-visible{outline:3px solid #3b82f6;outline-offset:2px}
    @media print{.views{display:block}figure{break-inside:avoid;margin-bottom:16px}}
    </style>
    """
}
