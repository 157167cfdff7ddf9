const file = new Uint8Array(memory.buffer, exports.file_address(), exports.file_size());
const { exports: started } = new WebAssembly.Instance(new WebAssembly.Module(file));
const other = started.memory;

const pages = other.buffer.byteLength / 65_536;
console.log(pages, 'pages at the start');
const grows = (count) => {
  try {
    return other.grow(count) === pages;
  } catch {
    return false;
  }
};
console.log('to one page past 2 GiB?', grows(32_769 - pages));
console.log('to 2 GiB?', grows(32_768 - pages));
