import { createUniqueId, For, type JSX } from 'solid-js';
import { useAppState } from '../../app-state.tsx';
import { isLanguageCode, languageOf, languages } from '../../text/languages.ts';
import { useText } from '../../text/text.tsx';

/** Which language the interface is shown in. */
export function LanguageChoices(): JSX.Element {
  const text = useText();
  const { language, notices } = useAppState();
  const id = createUniqueId();
  const ownName = () => {
    const code = languageOf('system', navigator.languages);
    return languages.find((known) => known.code === code)?.name ?? code;
  };
  const choose = async (value: string) => {
    const isThere = await language.choose(isLanguageCode(value) ? value : 'system');
    if (!isThere) notices.complain(text('languageFailed'));
  };
  return (
    <section class="panel">
      <h2>
        <label for={id}>{text('settingsLanguage')}</label>
      </h2>
      <select id={id} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="system" selected={language.choice() === 'system'}>
          {text('languageSystem', { name: ownName() })}
        </option>
        <For each={languages}>
          {({ code, name }) => (
            <option value={code} lang={code} selected={language.choice() === code}>
              {name}
            </option>
          )}
        </For>
      </select>
    </section>
  );
}
