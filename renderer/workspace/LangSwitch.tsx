import { Button } from '@mantine/core';
import { switchLang, useWords } from '../i18n';

/** The other language, named in itself; one press switches every text. */
export function LangSwitch() {
  const { t, lang } = useWords();
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      variant="subtle"
      color="gray"
      lang={other}
      title={t('core:lang.switch')}
      onClick={() => void switchLang(other)}
    >
      {t(`core:lang.${other}`)}
    </Button>
  );
}
