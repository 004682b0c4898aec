import { Button, Menu } from '@mantine/core';

import type { Input } from '../../../shared/api';
import { addMonths, monthOf } from '../../../shared/dates';
import type { FormNumber } from '../../../shared/print/forms';
import type { PrintRequest } from '../../../shared/registers/prints';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { newJob } from '../../ui/JobProgress';
import { useNotices } from '../../ui/Notices';
import { useRefusal } from '../../ui/refusal';

const MONTH_FORMS: readonly FormNumber[] = ['F01', 'F03', 'F04'];
const BLANK_FORMS: readonly FormNumber[] = ['F01', 'F02', 'F03', 'F04'];

interface PrintMenuProps {
  /** Opens the preview. */
  onPrint: (request: PrintRequest) => void;
}

/** Papers of the book: this month and the one before, the notice of what is in custody, blank sheets for handwriting. */
export function PrintMenu({ onPrint }: PrintMenuProps) {
  const { t } = useWords();
  const month = monthOf(nowIso());
  const months = [month, addMonths(month, -1)];
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default">{t('found-items:action.print')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {months.map((each) => (
          <div key={each}>
            <Menu.Label className="number">{each}</Menu.Label>
            {MONTH_FORMS.map((form) => (
              <Menu.Item key={form} onClick={() => onPrint({ form, month: each })}>
                {t(`found-items:form.${form}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onPrint({ form: 'notice' })}>{t('found-items:form.notice')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('found-items:screen.blankForms')}</Menu.Label>
        {BLANK_FORMS.map((form) => (
          <Menu.Item key={form} onClick={() => onPrint({ form, blank: true })}>
            {t(`found-items:form.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ExportMenuProps {
  register: Input<'exports.save'>['register'];
  /** What is on the screen is what is exported. */
  filter: Input<'exports.save'>['filter'];
}

/** The filtered list as CSV or XLSX: masked and a journal event (trust.md C6, F4). */
export function ExportMenu({ register, filter }: ExportMenuProps) {
  const { t, lang } = useWords();
  const { run, busy } = useCommand('exports.save');
  const notices = useNotices();
  const sentence = useRefusal();
  const save = async (format: 'csv' | 'xlsx') => {
    const result = await run({ register, filter, format, lang, path: null, job: newJob('export') });
    if (!result) return;
    if (!result.ok) notices.say(sentence(result.error), true);
    else if (!result.data.cancelled)
      notices.say(t('found-items:screen.exported', { rows: result.data.rows, path: result.data.path ?? '' }));
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={busy}>
          {t('found-items:action.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')}>{t('found-items:action.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>{t('found-items:action.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
