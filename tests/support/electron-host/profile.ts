/** Where this host keeps what Electron would keep in userData. */
const folder = process.env['HOST_PROFILE'];
if (folder === undefined) throw new Error('HOST_PROFILE names no folder');
export const profileFolder: string = folder;
