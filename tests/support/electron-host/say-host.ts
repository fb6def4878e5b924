import { electronRuntime } from './start-desktop';

/** Says once which host runs the desktop edition; every worker process reads the configuration again. */
export function sayHost(): void {
  if (process.env['DESKTOP_HOST'] !== undefined) return;
  process.env['DESKTOP_HOST'] = electronRuntime ?? 'stand-in';
  console.log(
    electronRuntime === null
      ? '桌面版在替身宿主上测试（本机没有 Electron 运行环境） / host: stand-in'
      : `桌面版在 Electron 上测试 / host: ${electronRuntime}`,
  );
}
