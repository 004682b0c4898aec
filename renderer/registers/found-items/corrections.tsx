import type { Wording } from '../../../shared/columns';
import {
  FOUND_ITEM_CORRECTABLE,
  type FoundItemCorrectable,
  type FoundItemLine,
} from '../../../shared/registers/found-items.row';
import type { Category } from '../../../shared/registers/office';
import { COUNT, type Editor, PHONE, TIME } from '../../book/editors';
import { CashField, type CashTyped, cashOf as cashTyped } from '../../ui/fields/CashField';
import type { FieldProps } from '../../ui/fields/props';
import { cashOf } from './books';

/** In which fields the corrections of the two books are typed, and which of them an entry allows. */

/** Fields written by a later act can be corrected only once that act has been done. */
const LATER: Partial<
  Record<FoundItemCorrectable, 'partyANotifiedAt' | 'claimantName' | 'policeReceiptNo' | 'approvedByName'>
> = {
  partyAContact: 'partyANotifiedAt',
  claimantUnit: 'claimantName',
  policeStation: 'policeReceiptNo',
  policeReceiptNo: 'policeReceiptNo',
  disposalManner: 'approvedByName',
};

/** What may be corrected on a found item's line as it stands. */
export const itemCorrectable = (entry: FoundItemLine): FoundItemCorrectable[] =>
  FOUND_ITEM_CORRECTABLE.filter((field) => {
    if (field === 'cash') return entry.cash !== null;
    if (field === 'quantity') return entry.cash === null;
    const written = LATER[field];
    return !written || entry[written] !== null;
  });

const seenBefore = (field: string): Editor => ({ kind: 'suggest', op: 'foundItems.suggest', field });

const categoryEditor = (categories: readonly Category[], lang: Wording['lang']): Editor => ({
  kind: 'list',
  choices: categories.map((c) => ({ value: c.code, label: lang === 'en' ? c.en : c.zh })),
});

/** Pieces by denomination, kept as JSON text like the column. */
const CASH: Editor = {
  kind: 'own',
  draw: ({ label, name, value, onChange }: FieldProps<string>) => {
    const typed: CashTyped = Object.fromEntries(
      Object.entries(cashOf(value)).map(([cents, n]) => [cents, String(n)]),
    );
    return (
      <CashField
        label={label}
        {...(name ? { name } : {})}
        value={typed}
        onChange={(next) => onChange(JSON.stringify(cashTyped(next)))}
      />
    );
  },
};

/** The fields of a found item's correction. Masked features are typed anew. */
export const itemEditors = (
  categories: readonly Category[],
  lang: Wording['lang'],
): Record<string, Editor> => ({
  category: categoryEditor(categories, lang),
  name: seenBefore('name'),
  quantity: COUNT,
  cash: CASH,
  verifyFeatures: { kind: 'text', hidden: true },
  foundPlace: seenBefore('foundPlace'),
  foundAt: TIME,
  finderName: seenBefore('finderName'),
  finderDepartment: seenBefore('finderDepartment'),
  finderPhone: PHONE,
  storagePlace: seenBefore('storagePlace'),
});

/** The fields of a lost report's correction. */
export const reportEditors = (
  categories: readonly Category[],
  lang: Wording['lang'],
): Record<string, Editor> => ({
  category: categoryEditor(categories, lang),
  lostFrom: TIME,
  lostTo: TIME,
  reporterPhone: PHONE,
});
