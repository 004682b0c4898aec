import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lengthOf, tidy } from '../../../shared/text';
import { must, refusal, type TestOffice } from '../../support/office';
import { type NewItem, quickOffice, umbrella } from './support';

/** trust.md F1: any text survives the way form → door → database → screen, after one declared normalisation, or is refused. */
const RUNS = 1000;
let office: TestOffice;
beforeAll(async () => {
  office = await quickOffice();
});
afterAll(() => office.close());

const FIELDS = [
  'name',
  'foundPlace',
  'finderName',
  'storagePlace',
  'publicFeatures',
  'note',
  'finderDepartment',
] as const;
type Field = (typeof FIELDS)[number];
const MAX: Record<Field, number> = {
  name: 60,
  foundPlace: 80,
  finderName: 40,
  storagePlace: 60,
  publicFeatures: 200,
  note: 300,
  finderDepartment: 40,
};
const required = (field: Field) => ['name', 'foundPlace', 'finderName', 'storagePlace'].includes(field);

async function roundTrip(field: Field, typed: string): Promise<void> {
  const desk = office.as('receptionist').foundItems;
  const input: NewItem = { ...umbrella(office), [field]: typed };
  const result = await desk.register(input);
  const clean = typed.isWellFormed() ? tidy(typed) : '';
  if (!result.ok) {
    expect(refusal(result)).toBe(`invalid:${field}`);
    const bytes = Buffer.byteLength(clean);
    const tooLong = lengthOf(clean) > MAX[field] || bytes > 16 * MAX[field] + 40;
    expect(!typed.isWellFormed() || tooLong || (required(field) && clean === '')).toBe(true);
    return;
  }
  const { entry } = must(await desk.entry({ id: result.data.id }));
  expect(entry[field]).toBe(clean === '' ? null : clean);
  expect(tidy(clean)).toBe(clean);
}

describe('any text', { timeout: 300_000 }, () => {
  it.each(['grapheme', 'binary'] as const)('of %s characters survives in every field', async (unit) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIELDS), fc.string({ unit, maxLength: 90 }), roundTrip),
      { numRuns: RUNS },
    );
  });

  it('with half a character is refused', async () => {
    for (const field of FIELDS) await roundTrip(field, `前\ud800台`);
  });

  it('keeps rare names whole and throws invisible marks away', async () => {
    for (const name of ['𠮷野家', '㐂', '阿依古丽·买买提', '👨‍👩‍👧‍👦', '葛󠄀城', 'ئەنۋەر', '⿰亻尔'])
      await roundTrip('finderName', name);
    await roundTrip('note', 'e\u200b\u0301\u202e反写\u0000\ufeff');
    const { id } = must(
      await office
        .as('receptionist')
        .foundItems.register(umbrella(office, { note: 'e\u200b\u0301 \u202e反写' })),
    );
    expect(must(await office.as('receptionist').foundItems.entry({ id })).entry.note).toBe('é 反写');
  });

  it('of a megabyte is refused before it is looked at', async () => {
    const result = await office
      .as('receptionist')
      .foundItems.register(umbrella(office, { note: '长'.repeat(1_000_000) }));
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'invalid', fields: { note: { code: 'text.long' } } },
    });
  });
});
