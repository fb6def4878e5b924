import { notifications } from '@mantine/notifications';
import { platform } from '@renderer/platform/current-platform';
import { type Calendar, toCalendar } from '@shared/export/to-calendar';
import { exportProblems } from '@shared/problems/export-problems';

/** Hands the calendar to the user as a file and says how it went. Never rejects. */
export async function saveCalendar(calendar: Calendar, title: string, day: string): Promise<void> {
  const name = `${title}_${day}.ics`;
  try {
    const bytes = new TextEncoder().encode(toCalendar(calendar));
    if ((await platform.saveFile(name, bytes, 'text/calendar')) !== 'saved') return;
    const message = `${name}，共 ${calendar.events.length} 件。用手机或电脑的日历打开即可加入提醒。`;
    notifications.show({ color: 'green', title: '已导出日历', message });
  } catch (error) {
    const { text } = exportProblems.notWritten({ title, reason: String(error) });
    notifications.show({ color: 'red', title: '没有导出', message: text, autoClose: false });
  }
}
