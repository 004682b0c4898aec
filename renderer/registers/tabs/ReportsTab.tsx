import { useState } from 'react';
import { dayOf } from '../../../shared/dates';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { Shelf } from '../bindings/Shelf';
import { Volume } from '../bindings/Volume';
import type { WorkspaceProps } from '../open';
import '../bindings/bindings.css';

/** 报表: the months of the books, bound or to be bound (desk-practice.md §3.5). */
export default function ReportsTab(_: WorkspaceProps) {
  const { t } = useWords();
  const [year, setYear] = useState(() => Number(dayOf(nowIso()).slice(0, 4)));
  const [volume, setVolume] = useState<string | null>(null);
  const shelf = useOp('monthBindings.shelf', { year }, { keep: true });
  if (!shelf.data) return <p className="quiet">{t('core:loading')}</p>;
  return (
    <div className="bindings">
      {volume === null ? (
        <Shelf shelf={shelf.data} year={year} onYear={setYear} onOpen={setVolume} />
      ) : (
        <Volume id={volume} onBack={() => setVolume(null)} />
      )}
    </div>
  );
}
