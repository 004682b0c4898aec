import type { Input } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import type { Category, Settings } from '../../../shared/registers/office';
import type { SecondPerson } from '../../../shared/text';
import { type CashTyped, cashOf } from '../../ui/fields/CashField';
import { countTyped } from '../../ui/fields/NumberFields';
import { instantTyped } from '../../ui/fields/TimeField';

/** What the quick-add strip of the found-item register holds while it is typed; kept as a draft. */
export interface QuickItem {
  category: string | null;
  name: string;
  quantity: string;
  cash: CashTyped;
  bagNo: string;
  foundPlace: string;
  foundAt: string;
  finderName: string;
  finderDepartment: string;
  finderPhone: string;
  storagePlace: string;
  publicFeatures: string;
  verifyFeatures: string;
  note: string;
  photos: string[];
  /** Fields carried over from the entry before and not typed anew since. */
  sticky: string[];
}

export const NEW_ITEM: QuickItem = {
  category: null,
  name: '',
  quantity: '1',
  cash: {},
  bagNo: '',
  foundPlace: '',
  foundAt: '',
  finderName: '',
  finderDepartment: '',
  finderPhone: '',
  storagePlace: '',
  publicFeatures: '',
  verifyFeatures: '',
  note: '',
  photos: [],
  sticky: [],
};

/** In a run the same person brings several things: place, finder and storage stay (desk-practice.md §4). */
const CARRIED = ['foundPlace', 'finderName', 'finderDepartment', 'finderPhone', 'storagePlace'] as const;

/** The strip for the next entry of a run. */
export function afterSave(saved: QuickItem): QuickItem {
  const next: QuickItem = { ...NEW_ITEM };
  for (const field of CARRIED) next[field] = saved[field];
  return { ...next, sticky: CARRIED.filter((field) => saved[field] !== '') };
}

/** Carried values thrown away; what was typed anew stays. */
export function withoutCarried(values: QuickItem): QuickItem {
  const next = { ...values, sticky: [] };
  for (const field of CARRIED) if (values.sticky.includes(field)) next[field] = '';
  return next;
}

/** The typed strip as the operation takes it; the door marks what is missing. */
export function itemInput(
  values: QuickItem,
  category: Category | undefined,
  second: SecondPerson,
): Input<'foundItems.register'> {
  const { sticky: _, cash, bagNo, ...rest } = values;
  const counted = cashOf(cash);
  const pieces = Object.values(counted).reduce((sum, n) => sum + n, 0);
  return {
    ...rest,
    category: values.category ?? '',
    quantity: category?.cash ? pieces : countTyped(values.quantity),
    cash: category?.cash && pieces > 0 ? counted : null,
    bagNo: category?.valuable ? bagNo : null,
    photos: category?.photo === false ? [] : values.photos,
    foundAt: instantTyped(values.foundAt),
    second,
  };
}

/** True while the shift of this moment may be served by one person alone, so a second signature may follow. */
export function aloneAt(at: string, shifts: Settings['shifts']): boolean {
  const time = timeOf(at);
  return shifts.some(({ from, to, alone }) => {
    const inside = from <= to ? time >= from && time < to : time >= from || time < to;
    return alone && inside;
  });
}
