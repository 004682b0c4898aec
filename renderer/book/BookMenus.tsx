import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../shared/api';
import { addMonths, monthOf } from '../../shared/dates';
import type { FormNumber } from '../../shared/print/forms';
import type { PrintRequest } from '../../shared/registers/prints';
import { useWords } from '../i18n';
import { useCommand } from '../queries';
import { nowIso } from '../ui/fields/TimeField';
import { newJob } from '../ui/JobProgress';
import { useNotices } from '../ui/Notices';
import { useRefusal } from '../ui/refusal';
import { formLabel } from './book';

/** Papers a book offers. Their names come from `print:title.<form>`. */
export interface BookForms {
  /** Month books. */
  months?: readonly FormNumber[];
  /** The office's own book that the month books are of. */
  own?: string;
  /** Lists of how things stand now. */
  now?: readonly FormNumber[];
  /** Empty sheets for handwriting. */
  blank?: readonly FormNumber[];
}

interface PrintMenuProps {
  forms: BookForms;
  /** Opens the preview. */
  onPrint: (request: PrintRequest) => void;
}

/** Papers of the book: a month, how things stand now, blank sheets for handwriting. Left and right turn the month. */
export function PrintMenu({ forms, onPrint }: PrintMenuProps) {
  const { t } = useWords();
  const present = monthOf(nowIso());
  const [month, setMonth] = useState(present);
  const { months = [], now = [], blank = [] } = forms;
  const own = forms.own ? { entryId: forms.own } : {};
  const step = (by: number) => {
    const next = addMonths(month, by);
    if (next <= present) setMonth(next);
  };
  return (
    <Menu position="bottom-end" shadow="md" onClose={() => setMonth(present)}>
      <Menu.Target>
        <Button variant="default">{t('book:action.print')}</Button>
      </Menu.Target>
      <Menu.Dropdown
        className="print-menu"
        onKeyDown={(event) => {
          if (months.length === 0) return;
          if (event.key === 'ArrowLeft') step(-1);
          if (event.key === 'ArrowRight') step(1);
        }}
      >
        {months.length > 0 ? (
          <>
            <div className="row apart month-steps">
              <ActionIcon
                size={26}
                tabIndex={-1}
                aria-label={t('book:screen.monthBefore')}
                onClick={() => step(-1)}
              >
                ‹
              </ActionIcon>
              <span className="number" aria-live="polite">
                {month}
              </span>
              <ActionIcon
                size={26}
                tabIndex={-1}
                disabled={month === present}
                aria-label={t('book:screen.monthAfter')}
                onClick={() => step(1)}
              >
                ›
              </ActionIcon>
            </div>
            {months.map((form) => (
              <Menu.Item key={form} onClick={() => onPrint({ form, month, ...own })}>
                {t(formLabel(form))}
              </Menu.Item>
            ))}
          </>
        ) : null}
        {now.length > 0 ? (
          <>
            {months.length > 0 ? <Menu.Divider /> : null}
            <Menu.Label>{t('book:screen.formsNow')}</Menu.Label>
            {now.map((form) => (
              <Menu.Item key={form} onClick={() => onPrint({ form })}>
                {t(formLabel(form))}
              </Menu.Item>
            ))}
          </>
        ) : null}
        {blank.length > 0 ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('book:screen.blankForms')}</Menu.Label>
            {blank.map((form) => (
              <Menu.Item key={form} onClick={() => onPrint({ form, blank: true, ...own })}>
                {t(formLabel(form))}
              </Menu.Item>
            ))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What `exports.save` writes: a register and the filter that is on the screen. */
export type Exported = Pick<Input<'exports.save'>, 'register' | 'filter'>;

/** The filtered list as CSV or XLSX: masked and a journal event (trust.md C6, F4). */
export function ExportMenu({ register, filter }: Exported) {
  const { t, lang } = useWords();
  const { run, busy } = useCommand('exports.save');
  const notices = useNotices();
  const sentence = useRefusal();
  const save = async (format: 'csv' | 'xlsx') => {
    const result = await run({ register, filter, format, lang, path: null, job: newJob('export') });
    if (!result) return;
    if (!result.ok) notices.say(sentence(result.error), true);
    else if (!result.data.cancelled)
      notices.say(t('book:screen.exported', { rows: result.data.rows, path: result.data.path ?? '' }));
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={busy}>
          {t('book:action.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')}>{t('book:action.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>{t('book:action.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
