import type { Channel, ChannelArgs, ChannelResults } from '@shared/ipc/channels';
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { contextBridge, ipcRenderer } from 'electron';

/** `ipcRenderer` never leaves this file: the page gets named functions, not a channel to anywhere. */
function invoke<C extends Channel>(channel: C, ...args: ChannelArgs<C>): Promise<ChannelResults[C]> {
  return ipcRenderer.invoke(channel, ...args);
}

const desktop: DesktopBridge = {
  describeApp: () => invoke('app:describe'),
};

contextBridge.exposeInMainWorld('desktop', desktop);
