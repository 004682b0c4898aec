import { useState } from 'react';
import { SPACE_COLUMNS, type SpaceLine } from '../../../shared/registers/units.columns';
import { SPACE_KINDS } from '../../../shared/registers/units.row';
import { BookList, type Pages } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { textsOf } from '../../book/filters';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { SPACES } from './books';
import { SpaceDialog } from './SpaceDialog';

/** 车位台账 (S38): every space with who has it, its cars, its span and fee. A few hundred lines: one page. */
export function SpacesBook({ desk, filter, onFilter }: BookPageProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<{ space: SpaceLine | null } | null>(null);
  const asked = useOp('units.spaces', { typed: textsOf(filter).search, limit: 500 }, { keep: true });
  const kinds = filter.picks.kinds ?? [];
  const rows = (asked.data ?? []).filter((row) => kinds.length === 0 || kinds.includes(row.kind));
  const list: Pages<SpaceLine> = {
    data: asked.data ? { pages: [{ rows, total: rows.length, more: false }] } : undefined,
    error: asked.error,
    isPending: asked.isPending,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  };
  const may = desk.may('units.register');
  return (
    <>
      <BookList<SpaceLine>
        book={SPACES}
        desk={desk}
        list={list}
        columns={SPACE_COLUMNS}
        onOpen={(id) => {
          const space = rows.find((row) => row.id === id);
          if (space && may) setOpen({ space });
        }}
        filters={{
          states: [],
          byDay: false,
          selects: [
            {
              name: 'kinds',
              label: t('units:field.units.kind'),
              choices: SPACE_KINDS.map((code) => ({ value: code, label: t(`units:space.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        prints={{ permit: 'units.print', now: ['F48'], blank: ['F48'] }}
        onNew={may ? () => setOpen({ space: null }) : undefined}
      />
      {open ? <SpaceDialog space={open.space} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
