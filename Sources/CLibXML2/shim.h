#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, and its encoding.h then includes ICU's headers, whose types clash with those of the
// ICU inside Foundation in every module that sees both. Nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/* Event reading of XML (Markup/XMLEventReader.swift). */

static inline xmlEntityPtr cxml_no_entity(void *context, const xmlChar *name) {
  (void)context;
  (void)name;
  return NULL;
}

static inline void cxml_ignore_subset(
    void *context, const xmlChar *name, const xmlChar *publicID, const xmlChar *systemID) {
  (void)context;
  (void)name;
  (void)publicID;
  (void)systemID;
}

static inline void cxml_ignore_entity_declaration(
    void *context, const xmlChar *name, int type, const xmlChar *publicID, const xmlChar *systemID,
    xmlChar *content) {
  (void)context;
  (void)name;
  (void)type;
  (void)publicID;
  (void)systemID;
  (void)content;
}

static inline void cxml_ignore_attribute_declaration(
    void *context, const xmlChar *element, const xmlChar *name, int type, int def,
    const xmlChar *defaultValue, xmlEnumerationPtr tree) {
  (void)context;
  (void)element;
  (void)name;
  (void)type;
  (void)def;
  (void)defaultValue;
  xmlFreeEnumeration(tree);
}

static inline void cxml_ignore_element_declaration(
    void *context, const xmlChar *name, int type, xmlElementContentPtr content) {
  (void)context;
  (void)name;
  (void)type;
  (void)content;
}

static inline xmlParserInputPtr cxml_no_external_entity(
    void *context, const xmlChar *publicID, const xmlChar *systemID) {
  (void)context;
  (void)publicID;
  (void)systemID;
  return NULL;
}

/* A push parser for UTF-8 that builds no tree, knows no DTD and opens nothing; NULL if out of memory.

   Push, because libxml2 2.9 hands over a CDATA section in one piece then, and takes half the time. */
static inline xmlParserCtxtPtr cxml_new_event_context(
    void *userData, startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc characters,
    cdataBlockSAXFunc section, internalSubsetSAXFunc subset, xmlStructuredErrorFunc error, int options) {
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(NULL, NULL, NULL, 0, NULL);
  if (context == NULL) return NULL;
  xmlSAXHandler sax = {0};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  sax.characters = characters;
  sax.cdataBlock = section;
  sax.ignorableWhitespace = characters;
  sax.serror = error;
  sax.getEntity = cxml_no_entity;
  sax.getParameterEntity = cxml_no_entity;
  sax.internalSubset = subset;
  sax.externalSubset = cxml_ignore_subset;
  sax.entityDecl = cxml_ignore_entity_declaration;
  sax.attributeDecl = cxml_ignore_attribute_declaration;
  sax.elementDecl = cxml_ignore_element_declaration;
  sax.resolveEntity = cxml_no_external_entity;
  xmlCtxtUseOptions(context, options);
  *context->sax = sax;
  context->userData = userData;
  /* The input is UTF-8 whatever its first bytes look like. */
  context->charset = XML_CHAR_ENCODING_UTF8;
  return context;
}

/* Reading of HTML (Markup/HTMLTreeReader.swift). */

/* A parser for HTML that builds no tree and reports no error; NULL if out of memory. */
static inline htmlParserCtxtPtr cxml_new_html_context(
    void *userData, startElementSAXFunc start, endElementSAXFunc end, charactersSAXFunc characters) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  xmlSAXHandler sax = {0};
  sax.initialized = 1;
  sax.startElement = start;
  sax.endElement = end;
  sax.characters = characters;
  sax.cdataBlock = characters;
  sax.ignorableWhitespace = characters;
  *context->sax = sax;
  context->userData = userData;
  return context;
}

#endif
