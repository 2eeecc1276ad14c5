#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

/// Whether libcurl is on this machine. It is loaded when it is first needed (lazy.c).
int ccurl_is_available(void);

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: here is one for each type of
// argument.

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value);

/// libcurl copies the text.
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text);

/// The list, if any, must live as long as the transfer.
CURLcode ccurl_set_fields(CURL *handle, struct curl_slist *fields);

/// `buffer` holds CURL_ERROR_SIZE bytes and must live as long as the handle.
CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer);

CURLcode ccurl_set_body_callback(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_set_header_callback(CURL *handle, curl_write_callback callback, void *context);
CURLcode ccurl_set_socket_callback(CURL *handle, curl_opensocket_callback callback, void *context);
CURLcode ccurl_set_use_callback(CURL *handle, curl_prereq_callback callback, void *context);
CURLcode ccurl_set_trace_callback(CURL *handle, curl_debug_callback callback, void *context);
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);

/// With the flags CURL_GLOBAL_DEFAULT, a macro that Swift does not import.
CURLcode ccurl_global_init(void);

#endif
