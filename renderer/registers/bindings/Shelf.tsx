import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import { BOUND_BOOKS, type BoundRegister } from '../../../shared/registers/month-bindings';
import { useWords } from '../../i18n';
import { usePermit } from '../../ui/actor';
import { nowIso } from '../../ui/fields/TimeField';
import { When } from '../../ui/When';
import { BindDialog } from './BindDialog';

type Books = Output<'monthBindings.shelf'>;

interface ShelfProps {
  shelf: Books;
  year: number;
  onYear: (year: number) => void;
  onOpen: (binding: string) => void;
}
/** Years that can be looked at: this one and those before. */
const YEARS = 8;

/** Every book's months of a year: bound, ready or not over yet. */
export function Shelf({ shelf, year, onYear, onOpen }: ShelfProps) {
  const { t } = useWords();
  const binds = usePermit('bindings.bind');
  const [asked, setAsked] = useState<{ register: BoundRegister; month: string } | null>(null);
  const now = Number(dayOf(nowIso()).slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, i) => String(now - i));
  return (
    <section className="sheet bindings-shelf" aria-label={t('bindings:title')}>
      <div className="row apart">
        <h1>{t('bindings:title')}</h1>
        <Select
          aria-label={t('bindings:year')}
          data={years}
          value={String(year)}
          allowDeselect={false}
          onChange={(value) => value && onYear(Number(value))}
          w={110}
        />
      </div>
      <p className="quiet">{t('bindings:intro')}</p>
      {shelf.length === 0 ? <p className="quiet">{t('bindings:empty')}</p> : null}
      {shelf.length > 0 ? (
        <div className="bindings-table">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('bindings:column.book')}</th>
                <th scope="col">{t('bindings:column.month')}</th>
                <th scope="col" className="number">
                  {t('bindings:column.lines')}
                </th>
                <th scope="col">{t('bindings:column.state')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {shelf.flatMap(({ register, months }) =>
                months.map(({ month, lines, binding, stop }, index) => (
                  <tr key={`${register}-${month}`} className={index === 0 ? 'first' : undefined}>
                    <td>{index === 0 ? t(`print:title.${BOUND_BOOKS[register]}`) : ''}</td>
                    <td className="number">{month}</td>
                    <td className="number">{lines}</td>
                    <td>
                      {binding ? (
                        <>
                          {t('bindings:state.bound', { no: binding.serialNo })}{' '}
                          <span className="quiet">
                            <When at={binding.boundAt} />
                          </span>
                        </>
                      ) : (
                        <span className={stop === null ? undefined : 'quiet'}>
                          {t(`bindings:state.${stop ?? 'ready'}`)}
                        </span>
                      )}
                    </td>
                    <td className="bindings-act">
                      {binding ? (
                        <Button size="compact-sm" variant="default" onClick={() => onOpen(binding.id)}>
                          {t('bindings:act.open')}
                        </Button>
                      ) : null}
                      {!binding && stop === null && binds ? (
                        <Button size="compact-sm" onClick={() => setAsked({ register, month })}>
                          {t('bindings:act.bind')}
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      ) : null}
      {asked ? (
        <BindDialog
          {...asked}
          onClose={() => setAsked(null)}
          onBound={(id) => {
            setAsked(null);
            onOpen(id);
          }}
        />
      ) : null}
    </section>
  );
}
