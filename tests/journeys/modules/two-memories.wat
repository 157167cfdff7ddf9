;; wasm-as --enable-multimemory --enable-bulk-memory -g two-memories.wat -o two-memories.wasm
(module
  (memory $first (export "memory") 1)
  (memory $second 1 4)
  (data (memory $first) (i32.const 16) "first")
  (data (memory $second) (i32.const 16) "second")
  (func $store
    (i32.store $second (i32.const 64) (i32.const 0x11223344))
    (i32.store $first (i32.const 64) (i32.const 1)))
  (func $copy
    (memory.copy $second $first (i32.const 32) (i32.const 16) (i32.const 5)))
  (func $grow
    (drop (memory.grow $second (i32.const 2))))
  (func (export "main") (result i32)
    (call $store)
    (call $copy)
    (call $grow)
    (i32.const 0)))
