/**
 * Runs the real preload script in the page as a sandboxed window would: CommonJS, `require` of four modules only,
 * and everything that crosses to the page is a copy. Serialized and injected before any script of the page.
 */

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/**
 * Source to inject: the preload script as a function body, as the sandbox runs it (so `import` and `export` are
 * syntax errors), because the page's policy forbids making functions of text.
 * @param binding name of the binding that carries messages to the host; taken off the page at once
 */
export const pageRuntime = (preload: string, binding: string): string =>
  // The transpiler of the tests wraps named functions in a helper that the page does not have.
  `(() => { const __name = (target) => target;
(${runPreload.toString()})(${JSON.stringify(binding)}, function (require, module, exports) {
${preload}
}); })();`;

type Listener = (event: object, ...args: unknown[]) => void;
interface Outcome {
  readonly value?: unknown;
  readonly error?: string;
}
type Deliver = (channel: string, args: readonly unknown[]) => void;

function runPreload(binding: string, preload: Preload): void {
  // A preload script belongs to the top frame alone.
  if (window.top !== window) return;
  const page = window as unknown as Record<string, unknown>;
  const toHost = page[binding] as (message: string) => void;
  delete page[binding];
  const listeners = new Map<string, Set<Listener>>();
  const deliver: Deliver = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  };
  // JSON has no bytes; the host does the same in `page-line.ts`.
  const toText = (bytes: Uint8Array): string => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000)
      text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  };
  const pack = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? { base64: toText(value) } : value;
  const unpack = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
    return Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0));
  };
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let sent = 0;
  const invoke = (channel: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      toHost(JSON.stringify([sent, channel, args], pack));
    });
  const answer = (id: number, text: string): void => {
    waiting.get(id)?.(JSON.parse(text, unpack) as Outcome);
    waiting.delete(id);
  };
  // Only the host finds them: by the name of the binding.
  Object.defineProperty(page, `${binding}Deliver`, { value: deliver });
  Object.defineProperty(page, `${binding}Answer`, { value: answer });

  const copy = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => {
        const result: unknown = (value as (...args: unknown[]) => unknown)(...args.map(copy));
        return result instanceof Promise ? result.then(copy) : copy(result);
      };
    if (value instanceof Promise) return value.then(copy);
    if (typeof value !== 'object' || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(page, name, { value: copy(api), enumerable: true });
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener(channel: string, listener: Listener) {
        listeners.get(channel)?.delete(listener);
      },
    },
  };
  const refuseOthers = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string' && !(key in object))
          throw new Error(`the stand-in host has no ${name}.${key}`);
        return Reflect.get(object, key) as unknown;
      },
    });
  const modules: Record<string, unknown> = {
    electron: refuseOthers('electron', {
      contextBridge: refuseOthers('contextBridge', electron.contextBridge),
      ipcRenderer: refuseOthers('ipcRenderer', electron.ipcRenderer),
    }),
  };
  const require = (name: string): unknown => {
    if (name in modules) return modules[name];
    throw new Error(`module not found in a sandboxed preload script: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
