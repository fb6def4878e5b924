import { Places } from '@server/services/org-tree/places';
import { describe, expect, it } from 'vitest';

const place = (id: string, parentId: string | null) => ({ id, parentId, level: 'village', name: id });
const tree = [
  place('county', null),
  place('east', 'county'),
  place('west', 'county'),
  place('e1', 'east'),
  place('e2', 'east'),
  place('e1a', 'e1'),
].reduce((places, one) => places.with(one), new Places([]));

describe('Places', () => {
  it('[SCOPE-1] knows what lies within a subtree, its root included', () => {
    expect(tree.isWithin('e1a', 'east')).toBe(true);
    expect(tree.isWithin('east', 'east')).toBe(true);
    expect(tree.isWithin('east', 'e1')).toBe(false);
    expect(tree.isWithin('nowhere', 'county')).toBe(false);
    expect(tree.below('east').map(({ id }) => id)).toEqual(['east', 'e1', 'e2', 'e1a']);
  });

  it('[SCOPE-2] knows which scopes hold a document', () => {
    expect([...tree.scopesHolding('units', 'e1')]).toEqual(['county', 'east', 'e1']);
    expect([...tree.scopesHolding('partyOrgs', 'east')].sort()).toEqual([
      'county',
      'e1',
      'e1a',
      'e2',
      'east',
    ]);
  });

  it('moves everything below a place along, and tells what changed', () => {
    const moved = tree.with(place('e1', 'west'));
    expect(moved.find('e1a')?.ancestors).toEqual(['county', 'west', 'e1', 'e1a']);
    expect(moved.changedSince(tree).map(({ id }) => id)).toEqual(['e1', 'e1a']);
    expect(tree.find('e1a')?.ancestors).toEqual(['county', 'east', 'e1', 'e1a']);
    expect(tree.with(place('e1', 'east')).changedSince(tree)).toEqual([]);
  });
});
