import { SLOTS } from '../../../shared/registers/custom-books.row';
import { columnsOf } from '../../../shared/registers/custom-values';
import { hasWords, useWords } from '../../i18n';
import type { DefinitionTyped } from './definition-form';

/** The head of the printed page with its columns in their widths, as far as it is typed. */
export function HeadPreview({ typed, fits }: { typed: DefinitionTyped; fits: boolean }) {
  const { t, lang } = useWords();
  if (!fits) return <p className="seal">{t('custom-books:refused.customBooks.tooWide')}</p>;
  const columns = columnsOf(
    {
      flow: typed.flow,
      columns: typed.columns.map((column, index) => ({
        slot: SLOTS[index % SLOTS.length] ?? 'v01',
        kind: column.kind,
        zh: column.zh,
        en: column.en || null,
        choices: [],
        required: column.required,
        hidden: column.hidden,
      })),
    },
    (column) => (lang === 'en' && column.en ? column.en : column.zh),
  );
  return (
    <figure className="custom-head" aria-label={t('custom-books:screen.preview')}>
      <figcaption className="quiet small">{t('custom-books:screen.preview')}</figcaption>
      <div className="row apart">
        <strong>{lang === 'en' && typed.en ? typed.en : typed.zh}</strong>
        <span className="small number">{typed.code}</span>
      </div>
      <div className="custom-head-columns">
        {columns.map((column) => (
          <span key={column.key} style={{ flexGrow: column.paperMm }}>
            {hasWords(column.label) ? t(column.label) : column.label}
          </span>
        ))}
      </div>
    </figure>
  );
}
