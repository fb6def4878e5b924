import { createProblemIndex } from '@renderer/features/ledger/page/problem-index';
import { domainProblems } from '@shared/problems/domain-problems';
import { describe, expect, it, vi } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const unit = (id: string) =>
  buildDocument('units', { id, name: id, unitType: 'enterprise', townshipId: 't', status: 'operating' });
const gap = domainProblems.missing({ label: '行业' }, 'industryCode');
const mistake = domainProblems.membersOverStaff({ members: 5, staff: 3 }, 'staff');
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('counting problems in the background', () => {
  it('counts mistakes and gaps apart and leaves out records with neither', async () => {
    const index = createProblemIndex(breathe);
    index.refresh([unit('a'), unit('b')], ({ id }) => (id === 'a' ? [gap, mistake, gap] : []));
    await vi.waitFor(() => expect(index.counts.get().size).toBe(1));
    expect(index.counts.get().get('a')).toMatchObject({ open: 1, gaps: 2 });
    expect(index.counts.get().get('a')?.text).toMatch(/^党员5名多于.*缺项：“行业”/);
  });

  it('keeps its counts when a round finds the same ones', async () => {
    const index = createProblemIndex(breathe);
    const published = vi.fn();
    index.refresh([unit('a')], () => [mistake]);
    await vi.waitFor(() => expect(index.counts.get().size).toBe(1));
    const counts = index.counts.get();
    index.counts.subscribe(published);
    index.refresh([unit('a'), unit('b')], ({ id }) => (id === 'a' ? [mistake] : []));
    await breathe();
    await breathe();
    await breathe();
    expect(index.counts.get()).toBe(counts);
    expect(published).not.toHaveBeenCalled();
    index.refresh([unit('a')], () => [gap]);
    await vi.waitFor(() => expect(published).toHaveBeenCalledTimes(1));
  });

  it('forgets a record that is gone, or that nothing is wrong with any more', async () => {
    const index = createProblemIndex(breathe);
    index.refresh([unit('a'), unit('b'), unit('c')], () => [mistake]);
    await vi.waitFor(() => expect([...index.counts.get().keys()]).toEqual(['a', 'b', 'c']));
    index.refresh([unit('a'), unit('c')], () => [mistake]);
    await vi.waitFor(() => expect([...index.counts.get().keys()]).toEqual(['a', 'c']));
    index.refresh([unit('a'), unit('c')], ({ id }) => (id === 'a' ? [mistake, gap] : []));
    await vi.waitFor(() => expect([...index.counts.get().keys()]).toEqual(['a']));
    expect(index.counts.get().get('a')).toMatchObject({ open: 1, gaps: 1 });
  });

  it('gives up a round when a newer one begins, and all when it is stopped', async () => {
    const index = createProblemIndex(breathe);
    const published = vi.fn();
    index.counts.subscribe(published);
    index.refresh([unit('a')], () => [mistake]);
    index.refresh([unit('a')], () => [gap]);
    await vi.waitFor(() => expect(index.counts.get().get('a')).toMatchObject({ open: 0, gaps: 1 }));
    index.refresh([unit('a')], () => [mistake]);
    index.stop();
    await breathe();
    await breathe();
    expect(published).toHaveBeenCalledTimes(1);
  });
});
