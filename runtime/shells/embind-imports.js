// Like program-imports.js, for what Embind's C++ side imports: given out as `embindImports`.
{
  // These need support that the glue is built without: JSPI, and 64-bit numbers split in two.
  const absent = /_i53abi$|_await$/;
  const names = Object.keys(LibraryManager.library).filter(
    (name) => /^_(embind_(register|finalize|create)|emval)_/.test(name) && !name.includes('__') && !absent.test(name),
  );
  addToLibrary({
    $embindImports: `={ ${names.map((name) => `${name}: _${name}`).join(', ')} }`,
    $embindImports__deps: names,

    // As Emscripten's own, but `Module.handleWitness` learns of each handle that comes, is shared or goes.
    $embindHandles: '=emval_handles',
    $embindHandles__deps: ['$emval_handles'],
    $Emval__deps: ['$emval_freelist', '$emval_handles', '$throwBindingError'],
    $Emval: {
      toValue: (handle) => {
        if (!handle) throwBindingError(`Cannot use deleted val. handle = ${handle}`);
        return emval_handles[handle];
      },
      toHandle: (value) => {
        const reserved = [undefined, null, true, false].indexOf(value);
        if (reserved >= 0) return 2 * (reserved + 1);
        const handle = emval_freelist.pop() || emval_handles.length;
        emval_handles[handle] = value;
        emval_handles[handle + 1] = 1;
        Module.handleWitness?.valMade(handle);
        return handle;
      },
    },
    _emval_incref__deps: ['$emval_handles'],
    _emval_incref: (handle) => {
      if (handle < 10) return;
      emval_handles[handle + 1]++;
      Module.handleWitness?.valCounted(handle);
    },
    _emval_decref__deps: ['$emval_freelist', '$emval_handles', '$emval_exception_decrefs'],
    _emval_decref: (handle) => {
      if (handle < 10) return;
      if (--emval_handles[handle + 1] > 0) return Module.handleWitness?.valCounted(handle);
      Module.handleWitness?.valGone(handle);
      const value = emval_handles[handle];
      const release = emval_exception_decrefs[handle];
      emval_handles[handle] = undefined;
      emval_exception_decrefs[handle] = undefined;
      release?.(value);
      emval_freelist.push(handle);
    },
    $madeObjects: '=new WeakMap()',
    $detachFinalizer__deps: ['$finalizationRegistry', '$madeObjects'],
    $detachFinalizer: (object) => {
      Module.handleWitness?.objectGone(madeObjects.get(object));
      if (finalizationRegistry) finalizationRegistry.unregister(object);
    },
    $attachFinalizer__deps: ['$finalizationRegistry', '$detachFinalizer', '$releaseClassHandle', '$madeObjects'],
    $attachFinalizer: (object) => {
      finalizationRegistry ||= new FinalizationRegistry(({ $$, made }) => {
        if (Module.handleWitness?.isOver()) return; // no destructor of a program that was ended
        releaseClassHandle($$);
        Module.handleWitness?.objectGone(made);
      });
      const { $$ } = object;
      const { name } = $$.ptrType.registeredClass;
      const made = Module.handleWitness?.objectMade(name, $$.ptr, Boolean($$.smartPtr));
      if (made) madeObjects.set(object, made);
      // An object behind a raw pointer may be wanted elsewhere: only what is shared is released by itself.
      if ($$.smartPtr) finalizationRegistry.register(object, { $$, made }, object);
      return object;
    },

    // As Emscripten's own, but globals are those of the realm in which scripts run, and the console is the program's.
    _emval_get_global__deps: ['$Emval', '$getStringOrSymbol'],
    _emval_get_global: (name) => {
      const realm = Module.realm ?? globalThis;
      if (!name) return Emval.toHandle(realm);
      const global = getStringOrSymbol(name);
      return Emval.toHandle(global === 'console' ? console : realm[global]);
    },

    // As Emscripten's own without dynamic execution, but for what that keeps between calls: there, a function that
    // JavaScript calls again while it runs frees the arguments of the inner call twice.
    $craftInvokerFunction__deps: [
      '$createNamedFunction',
      '$runDestructors',
      '$throwBindingError',
      '$usesDestructorStack',
    ],
    $craftInvokerFunction: (humanName, argTypes, classType, cppInvokerFunc, cppTargetFunc) => {
      if (argTypes.length < 2) {
        throwBindingError('argTypes array size mismatch! Must at least get return value and receiver (this) types!');
      }
      const [resultType, receiverType, ...parameterTypes] = argTypes;
      const isMethod = receiverType !== null && classType !== null;
      const needsDestructorStack = usesDestructorStack(argTypes);
      const invoker = function (...args) {
        const destructors = [];
        const receiver = isMethod ? [receiverType.toWireType(destructors, this)] : [];
        const wired = parameterTypes.map((type, index) => type.toWireType(destructors, args[index]));
        const result = cppInvokerFunc(cppTargetFunc, ...receiver, ...wired);
        if (needsDestructorStack) runDestructors(destructors);
        else {
          const types = isMethod ? [receiverType, ...parameterTypes] : parameterTypes;
          for (const [index, value] of [...receiver, ...wired].entries()) types[index].destructorFunction?.(value);
        }
        return resultType.isVoid ? undefined : resultType.fromWireType(result);
      };
      Object.defineProperty(invoker, 'length', { value: parameterTypes.length });
      return createNamedFunction(humanName, invoker);
    },

    // As Emscripten's own, but `Module.noteView` learns of each typed_memory_view that reaches JavaScript.
    _embind_register_memory_view__deps: ['$AsciiToString', '$registerType'],
    _embind_register_memory_view: (rawType, dataTypeIndex, name) => {
      const constructors = [
        Int8Array,
        Uint8Array,
        Int16Array,
        Uint16Array,
        Int32Array,
        Uint32Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        BigUint64Array,
      ];
      const decode = (handle) => {
        const size = HEAPU32[handle >> 2];
        const data = HEAPU32[(handle >> 2) + 1];
        const view = new constructors[dataTypeIndex](HEAP8.buffer, data, size);
        Module.noteView?.(view);
        return view;
      };
      const type = { name: AsciiToString(name), fromWireType: decode, readValueFromPointer: decode };
      registerType(rawType, type, { ignoreDuplicateRegistrations: true });
    },
  });
}
