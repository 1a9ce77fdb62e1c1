/** What Slack's own client refuses before it sends a form: `{block_id: sentence}`. */

export function problems(blocks, values) {
  const found = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const text = problem(block, values[block.block_id]?.[block.element.action_id] ?? {});
    if (text) found[block.block_id] = text;
  }
  return found;
}

function problem({ element, optional }, state) {
  if (isEmpty(state)) return optional ? null : 'Please complete this required field.';
  const length = state.value?.length ?? 0;
  const longest = element.max_length ?? (element.type === 'plain_text_input' ? 3000 : Infinity);
  if (length > longest) return `Please shorten this to ${longest} characters. It has ${length} now.`;
  if (length < (element.min_length ?? 0)) return `Please write at least ${element.min_length} characters.`;
  if (element.type === 'url_text_input' && !isUrl(state.value))
    return 'Please enter a valid URL, with https:// at its start.';
  return null;
}

function isEmpty(state) {
  const { type, ...chosen } = state;
  return Object.values(chosen).every(
    (value) =>
      value === null ||
      value === undefined ||
      (typeof value === 'string' && value.trim() === '') ||
      (Array.isArray(value) && value.length === 0),
  );
}

function isUrl(text) {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
