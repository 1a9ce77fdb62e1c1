/** The few emoji shortcodes that people and cards use; any other is shown as typed. */

const COMMON = {
  wave: '👋', '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', ok_hand: '👌', pray: '🙏', clap: '👏',
  raised_hands: '🙌', raised_hand: '✋', muscle: '💪', point_right: '👉', point_up: '☝️', eyes: '👀', heart: '❤️',
  broken_heart: '💔', blue_heart: '💙', green_heart: '💚', smile: '😄', grinning: '😀', joy: '😂',
  slightly_smiling_face: '🙂', simple_smile: '🙂', blush: '😊', wink: '😉', thinking_face: '🤔', cry: '😢', sob: '😭',
  angry: '😠', rage: '😡', sweat_smile: '😅', neutral_face: '😐', disappointed: '😞', scream: '😱', shrug: '🤷',
  facepalm: '🤦', white_check_mark: '✅', heavy_check_mark: '✔️', x: '❌', no_entry: '⛔', no_entry_sign: '🚫',
  octagonal_sign: '🛑', stop_sign: '🛑', warning: '⚠️', rotating_light: '🚨', red_circle: '🔴',
  large_yellow_circle: '🟡', large_orange_circle: '🟠', large_green_circle: '🟢', large_blue_circle: '🔵',
  white_circle: '⚪', black_circle: '⚫', hourglass: '⌛', hourglass_flowing_sand: '⏳', alarm_clock: '⏰',
  clock1: '🕐', stopwatch: '⏱️', calendar: '📆', date: '📅', link: '🔗', paperclip: '📎', pushpin: '📌', memo: '📝',
  pencil: '✏️', pencil2: '✏️', clipboard: '📋', page_facing_up: '📄', book: '📖', books: '📚', bookmark: '🔖',
  newspaper: '📰', mag: '🔍', bell: '🔔', no_bell: '🔕', loudspeaker: '📢', mega: '📣', speech_balloon: '💬',
  thought_balloon: '💭', envelope: '✉️', email: '📧', incoming_envelope: '📨', inbox_tray: '📥', outbox_tray: '📤',
  telephone_receiver: '📞', phone: '☎️', iphone: '📱', computer: '💻', camera: '📷', lock: '🔒', unlock: '🔓',
  key: '🔑', shield: '🛡️', house: '🏠', office: '🏢', hospital: '🏥', car: '🚗', blue_car: '🚙', wrench: '🔧',
  hammer_and_wrench: '🛠️', gear: '⚙️', bulb: '💡', fire: '🔥', sparkles: '✨', star: '⭐', tada: '🎉', rocket: '🚀',
  zap: '⚡', boom: '💥', seedling: '🌱', sunny: '☀️', cloud: '☁️', globe_with_meridians: '🌐', earth_asia: '🌏',
  question: '❓', grey_question: '❔', exclamation: '❗', information_source: 'ℹ️', arrow_right: '➡️',
  arrow_left: '⬅️', arrow_up: '⬆️', arrow_down: '⬇️', leftwards_arrow_with_hook: '↩️', repeat: '🔁',
  arrows_counterclockwise: '🔄', busts_in_silhouette: '👥', bust_in_silhouette: '👤', police_officer: '👮',
  balance_scale: '⚖️', scales: '⚖️', compass: '🧭', traffic_light: '🚦', vertical_traffic_light: '🚦',
  construction: '🚧', moneybag: '💰', receipt: '🧾',
};

export const SHORTCODE = /:([a-z0-9_+'-]+):/gi;

export function emoji(name) {
  return COMMON[name.toLowerCase()];
}

export function withEmoji(text) {
  return text.replace(SHORTCODE, (typed, name) => emoji(name) ?? typed);
}
