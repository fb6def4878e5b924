/** Whether this page has to ask a person for backups outside of it; null where she can choose a stick once and for all. */
import { platform } from '@renderer/platform/current-platform';
import { createFileReminder } from './file-reminder';

export const fileReminder = platform.backups?.choose ? null : createFileReminder(platform.preferences);
