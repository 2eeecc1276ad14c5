#include "BarePass.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>
#include <time.h>

static void start(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes) {}

static void end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {}

static void text(void *context, const xmlChar *bytes, int count) {}

int bare_pass(const char *bytes, size_t count) {
  const size_t piece = 64 << 10;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  sax.characters = text;
  sax.ignorableWhitespace = text;
  sax.cdataBlock = text;
  size_t place = count < 4 ? count : 4;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, NULL, bytes, (int)place, NULL);
  if (context == NULL) return -1;
  xmlCtxtUseOptions(context, XML_PARSE_HUGE | XML_PARSE_NONET);
  while (place < count) {
    size_t size = count - place < piece ? count - place : piece;
    xmlParseChunk(context, bytes + place, (int)size, 0);
    place += size;
  }
  xmlParseChunk(context, NULL, 0, 1);
  int result = context->wellFormed ? 0 : 1;
  xmlFreeParserCtxt(context);
  return result;
}

int bare_html_pass(const char *bytes, size_t count) {
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  htmlDocPtr document = htmlReadMemory(bytes, (int)count, NULL, "UTF-8", options);
  if (document == NULL) return -1;
  xmlFreeDoc(document);
  return 0;
}

double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
