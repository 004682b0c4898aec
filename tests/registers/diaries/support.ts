import type { DiarySection } from '../../../shared/registers/steward-diaries.row';
import { must, type TestOffice } from '../../support/office';
import { type Done, touch } from '../../support/quick';

export { type Done, expectLast, quickOffice, touch } from '../../support/quick';

/** Today's diary of the steward. */
export const begun = async (office: TestOffice): Promise<Done> =>
  must(await office.as('csSteward').stewardDiaries.open({}));

/** Writes a section of it. */
export const wrote = async (
  office: TestOffice,
  one: Done,
  section: DiarySection,
  text: string,
): Promise<Done> => must(await office.as('csSteward').stewardDiaries.write({ ...touch(one), section, text }));

/** Written up with its plan, and handed in. */
export const handedIn = async (office: TestOffice, problems: string | null = null): Promise<Done> => {
  let one = await begun(office);
  if (problems) one = await wrote(office, one, 'problems', problems);
  one = await wrote(office, one, 'tomorrow', '复查装修');
  return must(await office.as('csSteward').stewardDiaries.submit(touch(one)));
};
