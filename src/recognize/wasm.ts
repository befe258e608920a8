/** Node's own; its types lie with those of browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

/** What a module exports that imports nothing, by its bytes in base64; `Exports` is what its source (.wat) says. */
export const openWasm = <Exports>(code: string): Exports =>
  new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, "base64"))).exports as Exports;
