"""The icon of each way in which an inject reaches the team."""

from blackstart.core.exercise.model import Channel

ICONS = {
    Channel.ALERT: "pulse",
    Channel.PHONE: "phone",
    Channel.EMAIL: "doc",
    Channel.CHAT: "chat",
    Channel.RADIO: "headset",
    Channel.PRESS: "press",
    Channel.SOCIAL: "people",
    Channel.CUSTOMER: "shop",
    Channel.EXECUTIVE: "exec",
    Channel.PARTNER: "link",
    Channel.REGULATOR: "bank",
    Channel.MAP: "topo",
}
