package fi.rinnalla.notifications;

import fi.rinnalla.pages.Route;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands letters to a mail server. Each is a multipart of the same words plain and in simple HTML.
///
/// The sender's name tells nothing but the house (a telephone shows it on its lock screen), and the
/// Message-ID is made from the letter's id: when a letter has to be sent again, for nobody knows
/// whether the server got it, mail programs show the two as one.
class SmtpCarrier implements Carrier {
  private static final String SENDER = "Rinnalla";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /// The number that a server's answer begins with (RFC 5321 §4.2), and its finer one (RFC 3463).
  private static final Pattern REPLY = Pattern.compile("^[245]\\d\\d\\b(?: [245]\\.\\d+\\.\\d+)?");

  private final JavaMailSenderImpl server;
  private final EmailAddress from;
  private final TemplateEngine templates;

  SmtpCarrier(NotificationsSettings.Smtp smtp, EmailAddress from, TemplateEngine templates) {
    this.server = server(smtp);
    this.from = from;
    this.templates = templates;
  }

  private static JavaMailSenderImpl server(NotificationsSettings.Smtp smtp) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost(smtp.host());
    server.setPort(smtp.port());
    server.setDefaultEncoding(UTF_8);
    Properties properties = server.getJavaMailProperties();
    if (!smtp.user().isBlank()) {
      server.setUsername(smtp.user());
      server.setPassword(smtp.password());
      properties.put("mail.smtp.auth", "true");
    }
    boolean startTls = smtp.tls() == NotificationsSettings.Tls.STARTTLS;
    boolean implicit = smtp.tls() == NotificationsSettings.Tls.IMPLICIT;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(implicit));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // A letter is held in a transaction while it's sent, so a server that hangs may not hold it
    // long.
    properties.put("mail.smtp.connectiontimeout", "5000");
    properties.put("mail.smtp.timeout", "15000");
    properties.put("mail.smtp.writetimeout", "15000");
    return server;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held)
      throws Undelivered {
    try {
      server.send(message(id, letter, now, held));
    } catch (MailException fault) {
      throw undelivered(fault);
    } catch (MessagingException | UnsupportedEncodingException fault) {
      throw new Undelivered(fault.getClass().getSimpleName(), Then.LATER);
    }
  }

  private MimeMessage message(LetterId id, Letter letter, Instant now, BooleanSupplier held)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new HeldMessage(server.getSession(), held);
    message.setFrom(new InternetAddress(from.value(), SENDER, UTF_8));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().value()));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Message-ID", "<" + id + "@" + from.host() + ">");
    message.setContentLanguage(new String[] {letter.lang().code()});
    // So that no one's holiday greeting answers us (RFC 3834 §5).
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().toASCIIString() + ">");
      if (Route.isOneClick(letter.unsubscribe().getPath())) {
        // So that the mail program's own button does it without opening a page (RFC 8058).
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
    }
    // The last of the alternatives is the richest (RFC 2046 §5.1.4).
    message.setContent(
        new MimeMultipart("alternative", part(plain(letter), "plain"), part(html(letter), "html")));
    return message;
  }

  /// A message that looks once more whether it is ours to send when all its words have gone and
  /// only the dot that ends them hasn't (RFC 5321 §4.1.1.4). Without the dot no server takes it on.
  private static final class HeldMessage extends MimeMessage {
    private final BooleanSupplier held;

    HeldMessage(Session session, BooleanSupplier held) {
      super(session);
      this.held = held;
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
      super.writeTo(out, without);
      if (!held.getAsBoolean()) {
        // An IOException here drops the connection, so that the message isn't sent.
        throw new IOException("the letter is another's by now");
      }
    }
  }

  private static MimeBodyPart part(String words, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, UTF_8, kind);
    return part;
  }

  private static String plain(Letter letter) {
    List<String> paragraphs = new ArrayList<>(letter.paragraphs());
    Letter.Link link = letter.link();
    if (link != null) {
      paragraphs.add(link.words() + ":\r\n" + link.address().toASCIIString());
    }
    return String.join("\r\n\r\n", paragraphs) + "\r\n";
  }

  private String html(Letter letter) {
    StringOutput out = new StringOutput();
    templates.render("notifications/letter.jte", Map.of("letter", letter), out);
    return out.toString();
  }

  /// The fault's own words would tell the address, so only its kind and the server's number are
  /// taken.
  private static Undelivered undelivered(MailException fault) {
    if (fault instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
      // Spring gives a cause only when there was no connection at all.
      Throwable none = sending.getCause();
      Exception first = sending.getMessageExceptions()[0];
      return none == null
          ? new Undelivered(kind(first), then(first))
          : new Undelivered(kind(none), Then.AWAY);
    }
    return new Undelivered(kind(fault), Then.AWAY);
  }

  /// A reply of five hundred is for good (RFC 5321 §4.2.1). Where it is our own sender that the
  /// server won't have, the operator can mend that, and all letters wait for it.
  private static Then then(Throwable fault) {
    Then then = Then.LATER;
    for (Throwable at = fault; at != null; at = inside(at)) {
      if (at instanceof SMTPSendFailedException it && isForGood(it.getReturnCode())) {
        then = it.getCommand().startsWith("MAIL") ? Then.AWAY : Then.NEVER;
      } else if (at instanceof SMTPAddressFailedException it && isForGood(it.getReturnCode())) {
        then = Then.NEVER;
      }
    }
    return then;
  }

  private static boolean isForGood(int reply) {
    return reply >= 500 && reply < 600;
  }

  private static String kind(@Nullable Throwable fault) {
    String kind = "no reason given";
    for (Throwable at = fault; at != null; at = inside(at)) {
      Matcher reply = REPLY.matcher(String.valueOf(at.getMessage()));
      kind = at.getClass().getSimpleName() + (reply.find() ? " " + reply.group() : "");
    }
    return kind;
  }

  private static @Nullable Throwable inside(Throwable fault) {
    return fault instanceof MessagingException mail ? mail.getNextException() : fault.getCause();
  }
}
