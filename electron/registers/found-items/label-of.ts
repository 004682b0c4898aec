import { dayOf } from '../../../shared/dates';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { Desk } from '../../papers/desk';
import type { LabelContent } from '../../papers/label';

/**
 * The 60×40 mm bag label: number, scan code, category and where it lies. Names of things are typed freely and may name a
 * person (王某的身份证), so the category stands for the thing: a label hangs in the open (desk-practice.md §3.13).
 */
export function labelOf(line: FoundItemLine | null, desk: Desk): LabelContent {
  const { t } = desk.wording;
  if (!line) return { lines: [] };
  return {
    lines: [
      `${desk.category(line.category)} ${t('print:label.quantity', { n: line.quantity })}`,
      t('print:label.foundOn', { on: dayOf(line.foundAt) }),
      t('print:label.storage', { place: line.storagePlace }),
      ...(line.bagNo ? [t('print:label.bag', { no: line.bagNo })] : []),
    ],
  };
}
