import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { linesOf } from './editors';
import { SettingForm } from './SettingForm';

/** Posts that patrol or switch lights and gates (S14): `岗位 | 点位、点位 | 灯、门` a line. */
export function DutySection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="duty"
      typedOf={(value) => ({
        posts: value.posts
          .map(({ name, points, switches }) => `${name} | ${points.join('、')} | ${switches.join('、')}`)
          .join('\n'),
      })}
      valueOf={(typed) => ({ posts: linesOf(typed.posts).map(postOf) })}
    >
      {(typed, set) => (
        <TextField
          label={t('duty-log:settings.posts')}
          name="value.posts"
          lines={6}
          list
          hint={t('duty-log:settings.postsHint')}
          value={typed.posts}
          onChange={(posts) => set({ posts })}
        />
      )}
    </SettingForm>
  );
}

/** One line apart; commas of both languages part the names. */
function postOf(line: string): { name: string; points: string[]; switches: string[] } {
  const [name = '', points = '', switches = ''] = line.split(/[|｜]/).map((part) => part.trim());
  const list = (text: string) =>
    text
      .split(/[、,，;；]/)
      .map((part) => part.trim())
      .filter(Boolean);
  return { name, points: list(points), switches: list(switches) };
}
