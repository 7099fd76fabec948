import { createMemo, For, type JSX, Show } from 'solid-js';
import { useAppState, useProject } from '../../app-state.tsx';
import { useServices } from '../../services.tsx';
import { download, fileNameOf } from '../../state/files/files.ts';
import { createMenu } from '../../state/frame/menu.ts';
import { createPrinting } from '../../state/printing.ts';
import { rulesAsCsv, rulesAsText, signedRules } from '../../state/rules/rule-export.ts';
import type { RulesPageState } from '../../state/rules/rules-page.ts';
import { moment, wholeNumber } from '../../state/words/numbers.ts';
import { useText } from '../../text/text.tsx';
import { Icon } from '../basics/icon.tsx';
import { MenuItem } from '../basics/menu-item.tsx';

/** The rules that are shown as a table, as plain text, or on paper with a line to sign. */
export function SignOffMenu(props: { readonly page: RulesPageState }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { notices } = useAppState();
  const menu = createMenu();
  const signed = () => signedRules(project.data(), props.page.shown(), props.page.touches(), text);
  const save = (content: string, extension: string, mediaType: string): void => {
    menu.close();
    const name = fileNameOf(`${project.data().name} ${text('rulesFile')}`, extension);
    download(name, new TextEncoder().encode(content), mediaType);
    notices.tell(text('projectSaved', { name }));
  };
  return (
    <details class="menu" ref={menu.ref}>
      <summary>
        <Icon name="download" />
        {text('rulesSignOff')}
      </summary>
      <div class="menu-items">
        <MenuItem
          title={text('rulesPrint')}
          hint={text('rulesPrintHint')}
          run={() => {
            menu.close();
            window.print();
          }}
        />
        <MenuItem
          title={text('rulesCsv')}
          hint={text('rulesCsvHint')}
          run={() => save(rulesAsCsv(signed(), text), 'csv', 'text/csv')}
        />
        <MenuItem
          title={text('rulesText')}
          hint={text('rulesTextHint')}
          run={() => save(rulesAsText(project.data().name, signed(), text), 'txt', 'text/plain')}
        />
      </div>
    </details>
  );
}

/** What is printed: made when the browser is about to print, as there may be thousands of rules. */
export function PrintedRules(props: { readonly page: RulesPageState }): JSX.Element {
  const text = useText();
  const project = useProject();
  const { clock } = useServices();
  const isPrinting = createPrinting();
  const rules = createMemo(() =>
    isPrinting() ? signedRules(project.data(), props.page.shown(), props.page.touches(), text) : [],
  );
  return (
    <Show when={isPrinting()}>
      <section class="print-only printed-rules">
        <p class="print-title">
          {project.data().name} · {text('rulesTitle')}
        </p>
        <p>
          {text('rulesPrinted', {
            when: moment(clock.now().toISOString(), new Date(0)),
            count: wholeNumber(rules().length),
          })}
        </p>
        <table>
          <thead>
            <tr>
              <th>{text('rulesNumber')}</th>
              <th>{text('rulesSentence')}</th>
              <th>{text('rulesStrength')}</th>
              <th>{text('rulesTouches')}</th>
              <th>{text('rulesNote')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rules()}>
              {(rule) => (
                <tr>
                  <td>{rule.number}</td>
                  <td>{rule.sentence}</td>
                  <td>{rule.strength}</td>
                  <td>{rule.touches}</td>
                  <td>{rule.note}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class="signature">{text('rulesSigned')}</p>
      </section>
    </Show>
  );
}
