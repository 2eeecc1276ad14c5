#ifndef BARE_PASS_H
#define BARE_PASS_H

#include <stddef.h>

/* Reads a document with libxml2's push parser and handlers that do nothing, in pieces of 64 KiB: the least that
   any reader built on libxml2 takes. 0 if it was well-formed. */
int bare_pass(const char *bytes, size_t count);

/* Builds libxml2's own tree of a page and frees it. 0 if there was one. */
int bare_html_pass(const char *bytes, size_t count);

/* Processor seconds of this process so far. */
double processor_seconds(void);

#endif
