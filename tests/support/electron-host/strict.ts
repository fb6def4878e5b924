/**
 * An object of the stand-in: whatever of Electron's API it does not have throws when it is touched, so that a test
 * never passes because a call silently did nothing.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      // Promise machinery and inspection ask for these of anything.
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key in object) {
        const value: unknown = Reflect.get(object, key, receiver);
        return value;
      }
      throw new Error(`the stand-in host has no ${name}.${key}`);
    },
  });
}
