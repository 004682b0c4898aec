import { dunnedText, figuresText } from '../../../shared/registers/steward-diaries.columns';
import { DIARY_SECTIONS, type DiarySheet } from '../../../shared/registers/steward-diaries.row';
import type { Desk } from '../../book/desk';
import { struckOf } from '../../book/strikes';
import { useWords } from '../../i18n';
import { STEWARD_DIARIES } from './books';

interface DiarySectionsProps {
  diary: DiarySheet;
  desk: Desk;
}

/** The day as F21 prints it: the registers' figures, then what was written, corrections struck. */
export function DiarySections({ diary, desk }: DiarySectionsProps) {
  const words = useWords();
  const { t } = words;
  const others = figuresText(diary.figures, null, t);
  return (
    <section className="diary" aria-label={t('diaries:book.stewardDiaries')}>
      <p className="quiet small">{t(diary.live ? 'diaries:screen.live' : 'diaries:screen.kept')}</p>
      <dl className="diary-sections">
        {DIARY_SECTIONS.map((section) => {
          const known = figuresText(diary.figures, section, t);
          const dunned = section === 'dunning' ? dunnedText(diary, t) : '';
          const struck = diary.strikes.filter((strike) => strike.field === section);
          return (
            <div
              key={section}
              className={section === 'problems' && diary.wantsHelp ? 'wants-help' : undefined}
            >
              <dt>{t(`diaries:section.${section}`)}</dt>
              <dd>
                {known ? <div className="diary-known">{known}</div> : null}
                {dunned ? <div className="number">{dunned}</div> : null}
                {struck.map((strike) => {
                  const { old, title } = struckOf(STEWARD_DIARIES, strike, words, desk);
                  return (
                    <s key={strike.at} className="struck" title={title}>
                      {old}
                    </s>
                  );
                })}
                <div>{diary[section] ?? (known || dunned ? '' : t('diaries:screen.empty'))}</div>
              </dd>
            </div>
          );
        })}
      </dl>
      {others ? (
        <p>
          <span className="quiet">{t('diaries:screen.others')}</span> {others}
        </p>
      ) : null}
    </section>
  );
}
