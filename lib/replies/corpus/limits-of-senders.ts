/** Of limits that speak of today or of a quota without a period, and of a filter's two ways of saying "later". */
export const LIMITS_OF_SENDERS = `
# github.com/root-io/vmail, issue 67; github.com/sandstorm-io/sandstorm, hack-session (words of its mail limit, as programs on it hear them)
data | quota | 550 5.7.1 <DATA>: Data command rejected: only 10 messages per day
data | quota | 550 Sorry, you've reached your e-mail sending limit for today.
# github.com/WWBN/AVideo, issue 7527; github.com/nodemailer/nodemailer, issue 1137; github.com/deltachat/deltachat-core, issue 647
data | quota | 552 C13ypH3DXQO9CC140p6S9y Message would take you over your relay quota of 500 Current quota used: 487
data | quota | 550 User caja@example.com has exceeded its 24-hour sending limit. Messages to 25 recipients out of 25
data | quota | 550 5.7.1 <DATA>: Data command rejected: limit of 400 rcpts per 24 hours for client caja@example.com reached
# Plesk (help.wpspace.de, "Postausgangskontrolle"), StartMail (support.startmail.com, "Gesendet/empfangen Limit"), Outmail (support.prolateral.com, "SMTP 554 5.7.1")
rcpt | quota | 550 5.7.1 Your message could not be sent. The limit on the number of allowed outgoing messages was exceeded. Try again later.
data | quota | 550 5.7.1 Your mail limit has been reached.
rcpt | quota | 554 5.7.1 <email@example.com>: Recipient address rejected: You have exceeded your Outmail quota.
# Policyd (aditsystems.info, "E-Mail-Limit"), DirectAdmin (weboke.nl, "reached your message limit"), SmarterMail (portal.universonet.com.br, "Quantidade de envio")
rcpt | quota | 450 4.7.1 <ana@example.com>: Recipient address rejected: Policy Rejection; Message count quota exceeded
rcpt | quota | 550 You (caja) have reached your message limit
mail | rate | 452 Sender is throttled
session | rate | 421 throttle delay
# Mimecast, "SMTP Error Codes" (community.mimecast.com), and a log of ListManager (dwlistore.dwli.org, "Emails not sending to Mimecast recipients"): greylisting; full load
rcpt | later | 451 Internal resource is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Aj3QXapeMpqZYaeFwWhjzw.us32]
session | rate | 421 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#421
# renderings of such limits in five languages
data | quota | 550 5.7.1 You have sent too many messages today. Try again tomorrow.
data | quota | 554 You have exceeded the number of emails you can send today
mail | quota | 552 5.7.1 <caja@example.com>: Sender address rejected: Sending limit for this day exceeded
rcpt | quota | 450 4.7.1 <caja@example.com>: Sender address rejected: quota exceeded for sender
data | quota | 550 Ha alcanzado el límite de envíos de hoy
data | quota | 550 Você atingiu o limite de envios de hoje
data | quota | 550 Sie haben Ihr heutiges Versandlimit erreicht
data | quota | 550 Vous avez atteint votre limite d'envoi pour aujourd'hui
rcpt | later | 450 4.2.2 <ana@example.com>: Recipient address rejected: quota exceeded
`;
