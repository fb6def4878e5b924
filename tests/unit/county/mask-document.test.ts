import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { collectionNames } from '@shared/domain/collections';
import type { PlainDocument } from '@shared/sync/apply-edit';
import { maskDocument, maskEditOf } from '@shared/sync/mask-document';
import { describe, expect, it } from 'vitest';

const idNo = '340123199001011234';
const phone = '13812345678';
const maskedId = '340123********1234';
const maskedPhone = '138****5678';

describe('maskDocument', () => {
  it('[ROLE-3] hides resident ids and phones, nested ones too, and nothing else', () => {
    const person = { id: 'p1', name: '周明', idNo, phone, remarks: idNo };
    expect(maskDocument('people', person)).toEqual({ ...person, idNo: maskedId, phone: maskedPhone });
    const unit = { id: 'u1', contact: { name: '王芳', phone }, declared: { orgPhone: phone } };
    expect(maskDocument('units', unit)).toEqual({
      id: 'u1',
      contact: { name: '王芳', phone: maskedPhone },
      declared: { orgPhone: maskedPhone },
    });
  });

  it('[ROLE-3] hides them in the history, whether a path names the field or what it lies in', () => {
    const history = [
      { by: '王芳', changes: { phone: { from: null, to: phone } }, kept: { idNo: { from: idNo, to: null } } },
    ];
    expect(maskDocument('people', { history })).toEqual({
      history: [
        {
          by: '王芳',
          changes: { phone: { from: null, to: maskedPhone } },
          kept: { idNo: { from: maskedId, to: null } },
        },
      ],
    });
    expect(maskEditOf('units', { changes: { contact: { to: { name: '王芳', phone } } } })).toEqual({
      changes: { contact: { to: { name: '王芳', phone: maskedPhone } } },
    });
  });

  it('[ROLE-3] hides them in conflicts and in parked edits', () => {
    const side = (value: unknown) => ({ value, by: '王芳', at: 'now', editId: null });
    const conflict = {
      kind: 'conflict',
      documentCollection: 'people',
      path: 'phone',
      before: null,
      theirs: side(phone),
      mine: side('13987654321'),
    };
    expect(maskDocument('conflicts', conflict)).toEqual({
      ...conflict,
      theirs: side(maskedPhone),
      mine: side('139****4321'),
    });
    const parked = {
      kind: 'parked',
      documentCollection: 'people',
      edit: { op: 'create', changes: {} },
      content: { name: '周明', idNo },
    };
    expect(maskDocument('conflicts', parked)).toMatchObject({ content: { name: '周明', idNo: maskedId } });
    expect(maskDocument('conflicts', { ...parked, documentCollection: 'nothing we have' })).toMatchObject({
      kind: 'parked',
    });
  });

  it('[ROLE-3] takes long numbers for personal ones where anything may stand', () => {
    expect(maskDocument('units', { ext: { ownerIdNo: idNo, phones: [phone], year: '2026' } })).toEqual({
      ext: { ownerIdNo: maskedId, phones: [maskedPhone], year: '2026' },
    });
    const changes = { 'mine.value': { to: phone }, 'edit.changes.phone.to': { to: phone } };
    expect(JSON.stringify(maskDocument('conflicts', { history: [{ changes }] }))).not.toContain(phone);
  });

  it('[ROLE-3] leaves no number of a whole county readable', () => {
    const register = registerOf(generateDemoCounty(demoSeed, '2026-06-30'), '2026-06-30T01:00:00.000Z');
    const numbers = new Set(
      [...register.people, ...register.instructors].flatMap(({ phone, idNo }) => [phone, idNo ?? null]),
    );
    numbers.delete(null);
    expect(numbers.size).toBeGreaterThan(500);
    const collected = collectionNames.flatMap((collection) =>
      // Documents of every collection are plain data.
      register[collection].map((document) =>
        JSON.stringify(maskDocument(collection, document as PlainDocument)),
      ),
    );
    const readable = collected.flatMap((text) => text.match(/\d{7,}[\dX]/g) ?? []);
    expect(readable.filter((number) => numbers.has(number))).toEqual([]);
  });
});
