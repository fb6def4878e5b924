import { QueryError } from '@server/db/database';
import { createLog, describeError } from '@server/plugins/log';
import { describe, expect, it } from 'vitest';

describe('errors in the log', () => {
  it('are kind, code and place in the program, never the message', () => {
    const error = new QueryError('invalid input syntax for type date: "王小明"', '22007', null);
    const described = describeError(error);
    expect(described).toMatchObject({ name: 'QueryError', code: '22007' });
    expect(described.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toContain('王小明');
  });

  it('keep a message of several lines out too, and that of the cause', () => {
    const error = new Error('王小明\n    王小明的第二行', { cause: new Error('王小明') });
    expect(JSON.stringify(describeError(error))).not.toContain('王小明');
    expect(describeError(error).cause).toMatchObject({ name: 'Error' });
  });

  it('are described the same way whoever logs them', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.error(new Error('王小明'));
    log.error({ err: new Error('王小明') }, 'failed');
    log.error({ error: new Error('王小明') }, 'failed');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('王小明');
  });
});
