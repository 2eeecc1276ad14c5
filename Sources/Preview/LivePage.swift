import Templates

/// What a live preview needs beside the page: the script that asks for changes, and a page for when there is nothing to show.
public enum LivePage {
  /// Asks twice a second whether what is shown is still what there is; loads the page again if not. While nobody answers it
  /// goes on asking, so that a server that was started anew is found.
  public static let reloadScript = """
    const shown = document.currentScript.dataset.version;
    async function look() {
      try {
        const answer = await fetch("version", { cache: "no-store" });
        if (answer.ok && (await answer.text()).trim() !== shown) return location.reload();
      } catch {}
      setTimeout(look, 500);
    }
    look();

    """

  /// Says why there is no preview; goes away by itself when the cause is mended.
  public static func failure(_ message: String, version: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>The preview cannot be made</title>
    \(PreviewPage.style)
    <script src="reload.js" data-version="\(EscapedHTML(escaping: version).rawValue)" defer></script>
    </head>
    <body>
    <header><h1>The preview cannot be made</h1></header>
    <main class="facts"><section><p class="error"><b>\(EscapedHTML(escaping: message).rawValue)</b></p>
    <p>Mend it and save: this page looks again by itself.</p></section></main>
    </body>
    </html>

    """
  }
}
