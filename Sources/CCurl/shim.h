#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import. One inline for each type of argument;
// the parentheses step around the type-checking macros of the same name.

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return (curl_easy_setopt)(handle, option, value);
}

/// libcurl copies the text.
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) {
  return (curl_easy_setopt)(handle, option, text);
}

/// The list must live as long as the transfer.
static inline CURLcode ccurl_set_fields(CURL *handle, struct curl_slist *fields) {
  return (curl_easy_setopt)(handle, CURLOPT_HTTPHEADER, fields);
}

/// `buffer` holds CURL_ERROR_SIZE bytes and must live as long as the handle.
static inline CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer) {
  return (curl_easy_setopt)(handle, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode ccurl_set_body_callback(CURL *handle, curl_write_callback callback, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode ccurl_set_header_callback(CURL *handle, curl_write_callback callback, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode ccurl_set_socket_callback(CURL *handle, curl_opensocket_callback callback, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETDATA, context);
}

static inline CURLcode ccurl_set_trace_callback(CURL *handle, curl_debug_callback callback, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_DEBUGFUNCTION, callback);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_DEBUGDATA, context);
}

static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return (curl_easy_getinfo)(handle, info, value);
}

/// The macro CURL_GLOBAL_DEFAULT, which Swift does not import.
static inline CURLcode ccurl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

#endif
