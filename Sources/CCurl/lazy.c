// libcurl, loaded when the first of its functions is called.
//
// It brings some thirty libraries along (TLS, Kerberos, LDAP, SSH), whose loading takes longer than all else that most
// commands do; and most commands open no connection. So the program is not linked with it. The functions below have the
// names and types of curl.h and pass every call on. They are hidden: libcurl itself must not find them.

#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static void *library;

static void open_library(void) { library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL); }

static void *symbol(const char *name) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library == NULL ? NULL : dlsym(library, name);
}

int ccurl_is_available(void) { return symbol("curl_easy_init") != NULL; }

// The address is looked up once; whoever comes at the same time finds the same one.
#define FORWARD(result, name, parameters, arguments, otherwise)              \
  __attribute__((visibility("hidden"))) result(name) parameters {            \
    static _Atomic(void *) address;                                          \
    void *found = address;                                                   \
    if (found == NULL) address = found = symbol(#name);                      \
    return found == NULL ? (otherwise) : ((result(*) parameters)found) arguments; \
  }

#define FORWARD_NOTHING(name, parameters, arguments)                  \
  __attribute__((visibility("hidden"))) void(name) parameters {       \
    static _Atomic(void *) address;                                   \
    void *found = address;                                            \
    if (found == NULL) address = found = symbol(#name);               \
    if (found != NULL) ((void(*) parameters)found) arguments;         \
  }

FORWARD(CURLcode, curl_global_init, (long flags), (flags), CURLE_FAILED_INIT)
FORWARD(char *, curl_version, (void), (), NULL)
FORWARD(CURL *, curl_easy_init, (void), (), NULL)
FORWARD_NOTHING(curl_easy_cleanup, (CURL * handle), (handle))
FORWARD(const char *, curl_easy_strerror, (CURLcode code), (code), "libcurl is not installed")
FORWARD(CURLM *, curl_multi_init, (void), (), NULL)
FORWARD(CURLMcode, curl_multi_add_handle, (CURLM * multi, CURL *handle), (multi, handle), CURLM_INTERNAL_ERROR)
FORWARD(CURLMcode, curl_multi_remove_handle, (CURLM * multi, CURL *handle), (multi, handle), CURLM_INTERNAL_ERROR)
FORWARD(CURLMcode, curl_multi_perform, (CURLM * multi, int *running), (multi, running), CURLM_INTERNAL_ERROR)
FORWARD(CURLMcode, curl_multi_poll,
        (CURLM * multi, struct curl_waitfd extra[], unsigned int count, int milliseconds, int *ready),
        (multi, extra, count, milliseconds, ready), CURLM_INTERNAL_ERROR)
FORWARD(CURLMcode, curl_multi_wakeup, (CURLM * multi), (multi), CURLM_INTERNAL_ERROR)
FORWARD(CURLMsg *, curl_multi_info_read, (CURLM * multi, int *left), (multi, left), NULL)
FORWARD(CURLMcode, curl_multi_cleanup, (CURLM * multi), (multi), CURLM_INTERNAL_ERROR)
FORWARD(struct curl_slist *, curl_slist_append, (struct curl_slist * list, const char *text), (list, text), NULL)
FORWARD_NOTHING(curl_slist_free_all, (struct curl_slist * list), (list))
FORWARD(CURLU *, curl_url, (void), (), NULL)
FORWARD_NOTHING(curl_url_cleanup, (CURLU * url), (url))
FORWARD(CURLUcode, curl_url_set, (CURLU * url, CURLUPart part, const char *text, unsigned int flags),
        (url, part, text, flags), CURLUE_OUT_OF_MEMORY)
FORWARD(CURLUcode, curl_url_get, (CURLU * url, CURLUPart part, char **text, unsigned int flags),
        (url, part, text, flags), CURLUE_OUT_OF_MEMORY)
FORWARD_NOTHING(curl_free, (void *memory), (memory))

// The variadic ones, once for each type of argument; all of them fit the same place.

typedef CURLcode (*setopt_function)(CURL *, CURLoption, ...);
typedef CURLcode (*getinfo_function)(CURL *, CURLINFO, ...);

static setopt_function setopt(void) {
  static _Atomic(void *) address;
  void *found = address;
  if (found == NULL) address = found = symbol("curl_easy_setopt");
  return (setopt_function)found;
}

static getinfo_function getinfo(void) {
  static _Atomic(void *) address;
  void *found = address;
  if (found == NULL) address = found = symbol("curl_easy_getinfo");
  return (getinfo_function)found;
}

#define SET(option, value) (setopt() == NULL ? CURLE_FAILED_INIT : setopt()(handle, (option), (value)))

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) { return SET(option, value); }
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) { return SET(option, value); }
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) { return SET(option, text); }
CURLcode ccurl_set_fields(CURL *handle, struct curl_slist *fields) { return SET(CURLOPT_HTTPHEADER, fields); }
CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer) { return SET(CURLOPT_ERRORBUFFER, buffer); }

CURLcode ccurl_set_body_callback(CURL *handle, curl_write_callback callback, void *context) {
  CURLcode code = SET(CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : SET(CURLOPT_WRITEDATA, context);
}

CURLcode ccurl_set_header_callback(CURL *handle, curl_write_callback callback, void *context) {
  CURLcode code = SET(CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : SET(CURLOPT_HEADERDATA, context);
}

CURLcode ccurl_set_socket_callback(CURL *handle, curl_opensocket_callback callback, void *context) {
  CURLcode code = SET(CURLOPT_OPENSOCKETFUNCTION, callback);
  return code != CURLE_OK ? code : SET(CURLOPT_OPENSOCKETDATA, context);
}

CURLcode ccurl_set_use_callback(CURL *handle, curl_prereq_callback callback, void *context) {
  CURLcode code = SET(CURLOPT_PREREQFUNCTION, callback);
  return code != CURLE_OK ? code : SET(CURLOPT_PREREQDATA, context);
}

CURLcode ccurl_set_trace_callback(CURL *handle, curl_debug_callback callback, void *context) {
  CURLcode code = SET(CURLOPT_DEBUGFUNCTION, callback);
  return code != CURLE_OK ? code : SET(CURLOPT_DEBUGDATA, context);
}

CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return getinfo() == NULL ? CURLE_FAILED_INIT : getinfo()(handle, info, value);
}

CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return getinfo() == NULL ? CURLE_FAILED_INIT : getinfo()(handle, info, value);
}

CURLcode ccurl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
