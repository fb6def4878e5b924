import { type Channel, type ChannelArgs, type ChannelResults, channelArgs } from '@shared/ipc/channels';
import { ipcMain, type WebContents } from 'electron';
import { APP_ORIGIN } from '../app-protocol';

type Handler<C extends Channel> = (
  page: WebContents,
  ...args: ChannelArgs<C>
) => ChannelResults[C] | Promise<ChannelResults[C]>;

/**
 * Registers the one handler of a channel. Messages are refused unless they come from our own top frame
 * and their arguments have the shape the channel map promises.
 */
export function handle<C extends Channel>(channel: C, handler: Handler<C>): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || frame.origin !== APP_ORIGIN) {
      throw new Error(`${channel}: refused, unknown sender`);
    }
    // The parser of this very channel returns this channel's arguments; TypeScript cannot follow the index.
    return handler(event.sender, ...(channelArgs[channel].parse(args) as ChannelArgs<C>));
  });
}
