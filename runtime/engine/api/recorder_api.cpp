// The log of a program on a host without multiple memories. The program's table of probes holds these functions.

#include "api/engine.h"

using namespace pagewise;

/// The log is full: the page takes it, and calls `clear_log`.
IMPORT("log_full") void log_full();

EXPORT("open_log") void open_log() { self().log.emplace(log_full); }
EXPORT("log1") void log1(std::uint32_t header) { self().log->one(header); }
EXPORT("log2") void log2_(std::uint32_t header, std::uint32_t first) { self().log->two(header, first); }
EXPORT("log3") void log3(std::uint32_t header, std::uint32_t first, std::uint32_t second) {
  self().log->three(header, first, second);
}
EXPORT("log4") void log4(std::uint32_t header, std::uint32_t first, std::uint64_t wide) {
  self().log->four(header, first, wide);
}
EXPORT("log_range") void log_range(std::uint32_t header, std::uint32_t address, std::uint32_t length, std::uint32_t source) {
  self().log->range(header, address, length, source);
}
EXPORT("log_range_data") void log_range_data(std::uint64_t bytes, std::uint32_t size) { self().log->range_data(bytes, size); }

EXPORT("log_frame_enter") void log_frame_enter(std::uint32_t depth, std::uint32_t header, std::uint32_t line) {
  self().log->frame_enter(depth, header, line);
}
EXPORT("log_frame_line") std::uint32_t log_frame_line(std::uint32_t depth) { return self().log->frame_line(depth); }
EXPORT("log_frame_local") void log_frame_local(std::uint32_t depth, std::uint32_t header, std::uint32_t value) {
  self().log->frame_local(depth, header, value);
}

EXPORT("log_frames") std::uint32_t log_frames() { return address_of(self().log->frames().data()); }
EXPORT("log_words") std::uint32_t log_words() { return address_of(self().log->words().data()); }
EXPORT("log_count") std::uint32_t log_count() { return self().log->count(); }
EXPORT("log_flags") std::uint32_t log_flags() { return address_of(self().log->flags().data()); }
EXPORT("clear_log") void clear_log() { self().log->clear(); }
