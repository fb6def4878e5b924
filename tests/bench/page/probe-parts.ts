/** What the probe in a page consists of. Each part is sent there as text, so it must not use anything outside itself. */
import type { PaintProbe } from './paint-probe';

type Part = (probe: PaintProbe) => void;

const paints: Part = (probe) => {
  const afterPaint = (tell: (at: number) => void): void => {
    requestAnimationFrame(() => {
      // The first task after a frame's own work.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => tell(performance.now());
      channel.port2.postMessage(null);
    });
  };
  const awaited = new Set(probe.awaited);
  const painted = new Map<string, number>();
  const watcher = new MutationObserver(() => {
    for (const selector of awaited) {
      if (document.querySelector(selector) === null) continue;
      awaited.delete(selector);
      afterPaint((at) => painted.set(selector, at));
    }
    if (awaited.size === 0) watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
  const firstPaintOf = (selector: string) => painted.get(selector) ?? null;
  Object.assign(probe, { afterPaint, firstPaintOf });
};

const strokes: Part = (probe) => {
  // Later changes belong to something else: the address, counts in the background.
  const windowMs = 220;
  const found: { readonly start: number; ms: number }[] = [];
  let stop = () => {};
  const begin = (event: Event) => {
    const last = found.at(-1);
    // A key and the text it brings are one stroke; text from an input method has no key.
    if (event.type === 'beforeinput' && last && event.timeStamp - last.start < windowMs) return;
    const stroke = { start: event.timeStamp, ms: 0 };
    found.push(stroke);
    painted();
  };
  const painted = () => {
    const stroke = found.at(-1);
    if (!stroke || performance.now() - stroke.start > windowMs) return;
    probe.afterPaint((at) => {
      stroke.ms = at - stroke.start;
    });
  };
  const watchStrokes = (area: string) => {
    const element = document.querySelector(area);
    if (element === null) throw new Error(`nothing to watch at ${area}`);
    const changes = new MutationObserver(painted);
    changes.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
    const events = ['keydown', 'beforeinput'];
    for (const event of events) addEventListener(event, begin, true);
    stop = () => {
      changes.disconnect();
      for (const event of events) removeEventListener(event, begin, true);
    };
  };
  const takeStrokes = (): number[] => {
    stop();
    return found.splice(0).map(({ ms }) => ms);
  };
  Object.assign(probe, { watchStrokes, takeStrokes });
};

const results: Part = (probe) => {
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent);
  const timeUntilShown: PaintProbe['timeUntilShown'] = ({ after, selector, text, limitMs }) =>
    new Promise((resolve, reject) => {
      let start = Number.NaN;
      const [type, key] = after === 'Enter' ? ['keydown', after] : [after, null];
      const onEvent = (event: Event) => {
        // A key has to be the one waited for.
        if (key !== null && event instanceof KeyboardEvent && event.key !== key) return;
        start = event.timeStamp;
        removeEventListener(type, onEvent, true);
        watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
        setTimeout(() => reject(new Error(`${selector} never showed ${text}`)), limitMs);
      };
      const watcher = new MutationObserver(() => {
        if (!texts(selector).some((shown) => shown.includes(text))) return;
        watcher.disconnect();
        probe.afterPaint((at) => resolve(at - start));
      });
      addEventListener(type, onEvent, true);
    });
  const instantOfChange: PaintProbe['instantOfChange'] = (selector, limitMs) =>
    new Promise((resolve, reject) => {
      const words = () => document.querySelector(selector)?.textContent;
      const before = words();
      const watcher = new MutationObserver(() => {
        if (words() === before) return;
        watcher.disconnect();
        probe.afterPaint(() => resolve(Date.now()));
      });
      watcher.observe(document, { childList: true, subtree: true, characterData: true });
      setTimeout(() => reject(new Error(`${selector} stayed as it was`)), limitMs);
    });
  Object.assign(probe, { timeUntilShown, instantOfChange });
};

const saves: Part = (probe) => {
  const moments = { lineBegun: Number.NaN, journaled: Number.NaN };
  let tell: (at: number) => void = () => {};
  const seal = SubtleCrypto.prototype.encrypt;
  SubtleCrypto.prototype.encrypt = function (...what) {
    if (Number.isNaN(moments.lineBegun)) moments.lineBegun = performance.now();
    return seal.apply(this, what);
  };
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...how) {
    const transaction = begin.apply(this, how);
    const isSave = transaction.mode === 'readwrite' && transaction.durability === 'strict';
    // What RxDB calls the store of documents.
    if (isSave && transaction.objectStoreNames.contains('docs')) {
      if (Number.isNaN(moments.journaled)) moments.journaled = performance.now();
      transaction.addEventListener('complete', () => tell(performance.now()));
    }
    return transaction;
  };
  const timeUntilSaved: PaintProbe['timeUntilSaved'] = (limitMs) =>
    new Promise((resolve, reject) => {
      const onKey = ({ key, timeStamp }: KeyboardEvent) => {
        if (key !== 'Enter') return;
        removeEventListener('keydown', onKey, true);
        Object.assign(moments, { lineBegun: Number.NaN, journaled: Number.NaN });
        tell = (at) =>
          resolve({
            lineBegun: moments.lineBegun - timeStamp,
            journaled: moments.journaled - timeStamp,
            saved: at - timeStamp,
          });
        setTimeout(() => reject(new Error('nothing was saved')), limitMs);
      };
      addEventListener('keydown', onKey, true);
    });
  Object.assign(probe, { timeUntilSaved });
};

/** What a save cannot do without, each by itself. */
const hostTimes: Part = (probe) => {
  const timeOfMessage = async (): Promise<number> => {
    // The bridge of the desktop edition; the page's own types do not know of it here.
    const { desktop } = window as unknown as { desktop: { describeApp(): Promise<unknown> } };
    const start = performance.now();
    await desktop.describeApp();
    return performance.now() - start;
  };
  let opened: Promise<IDBDatabase> | null = null;
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('one-put', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('lines', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
  const timeOfPut = async (): Promise<number> => {
    opened ??= open();
    const database = await opened;
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction('lines', 'readwrite', { durability: 'strict' });
      transaction.objectStore('lines').put({ id: 1, at: start, text: 'x'.repeat(2000) });
      transaction.oncomplete = () => resolve(performance.now() - start);
      transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
    });
  };
  const timesOfHost: PaintProbe['timesOfHost'] = async () => ({
    message: await timeOfMessage(),
    put: await timeOfPut(),
  });
  Object.assign(probe, { timesOfHost });
};

const scrolls: Part = (probe) => {
  let frames: number[] = [];
  let blankFrames = 0;
  let isWatching = false;
  const watchScrolling = (selector: string, rowHeight: number | null) => {
    const scroller = document.querySelector(selector);
    if (scroller === null) throw new Error(`nothing to scroll at ${selector}`);
    [frames, blankFrames, isWatching] = [[], 0, true];
    const look = () => {
      if (rowHeight === null) return;
      const middle = Math.floor((scroller.scrollTop + scroller.clientHeight / 2) / rowHeight);
      if (scroller.querySelector(`[data-row="${middle}"]`) === null) blankFrames += 1;
    };
    let before: number | null = null;
    const frame = (now: number) => {
      if (!isWatching) return;
      if (before !== null) frames.push(now - before);
      before = now;
      probe.afterPaint(look);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  const takeScrolling = () => {
    isWatching = false;
    return { frames, blankFrames };
  };
  Object.assign(probe, { watchScrolling, takeScrolling });
};

const business: Part = (probe) => {
  const whenQuiet = (): Promise<void> =>
    new Promise((resolve) => {
      const start = performance.now();
      let [last, quietSince] = [start, start];
      const tick = () => {
        const now = performance.now();
        if (now - last > 20) quietSince = now;
        last = now;
        if (now - quietSince > 1000 || now - start > 30_000) resolve();
        else setTimeout(tick);
      };
      tick();
    });
  let tasks: number[] = [];
  const watchLongTasks = () => {
    tasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
  };
  Object.assign(probe, { whenQuiet, watchLongTasks, takeLongTasks: () => tasks.splice(0) });
};

export const probeParts: readonly Part[] = [paints, strokes, results, saves, hostTimes, scrolls, business];
