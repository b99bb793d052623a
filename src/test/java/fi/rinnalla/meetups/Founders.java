package fi.rinnalla.meetups;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.meetups.Parents.Place;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Parents who found groups and belong to them.
@Component
class Founders {
  private static final Pattern WAY_OUT = Pattern.compile("/fi/ryhmasta-pois/([0-9a-f]{64})");

  final Parents parents;
  final Founding founding;
  final GroupApprovals approvals;
  final GroupMembership membership;
  final GroupHosting hosting;
  final Groups groups;

  Founders(
      Parents parents,
      Founding founding,
      GroupApprovals approvals,
      GroupMembership membership,
      GroupHosting hosting,
      Groups groups) {
    this.parents = parents;
    this.founding = founding;
    this.approvals = approvals;
    this.membership = membership;
    this.hosting = hosting;
    this.groups = groups;
  }

  Meetup weekly(Place place) throws Exception {
    Meetup once = parents.approved(place);
    parents.as(
        place.aino(), () -> parents.hosting.wishWeekly(parents.caller(place.aino()), once.id()));
    parents.approve(place, parents.get(once.id()));
    return parents.get(once.id());
  }

  Founding.Founded found(PersonId founder, Meetup meetup) throws Exception {
    return parents.as(
        founder,
        () ->
            founding.found(
                parents.caller(founder),
                meetup.id(),
                Text.fi("Lammin kulkijat").with(Lang.SV, "Dammens vandrare"),
                Plan.Ages.BABIES,
                "Kävelemme keskiviikkoisin vauvojen kanssa.",
                Lang.FI));
  }

  FamilyGroup proposed(Place place, Meetup weekly) throws Exception {
    return ((Founding.Founded.Done) found(place.aino(), weekly)).group();
  }

  Approvals.Outcome approve(Place place, FamilyGroup group) throws Exception {
    Caller editor = parents.caller(place.editor(), Level.STRONG);
    return editor.viewer().run(() -> approvals.approve(editor, group.id(), group.version()));
  }

  /// A group that everybody may see, hosted by the place's Aino.
  FamilyGroup active(Place place) throws Exception {
    FamilyGroup group = proposed(place, weekly(place));
    approve(place, group);
    return get(group.id());
  }

  FamilyGroup get(GroupId id) {
    return parents.house.step(() -> new GroupRows(parents.jdbc).find(id).orElseThrow());
  }

  PersonId member(Place place, FamilyGroup group, String name) throws Exception {
    PersonId person = parents.someone(place.mail(name));
    parents.as(person, () -> membership.join(parents.caller(person), group.id(), name));
    return person;
  }

  Groups.Inside inside(PersonId person, FamilyGroup group) throws Exception {
    return parents.as(person, () -> groups.get(parents.caller(person), group.id()));
  }

  GroupHosting.Became ask(PersonId host, FamilyGroup group, PersonId member, boolean instead)
      throws Exception {
    UUID membership =
        parents.house.step(() ->
            new MemberRows(parents.jdbc).find(group.id(), member).map(Member::id).orElseThrow());
    return parents.as(
        host, () -> hosting.ask(parents.caller(host), group.id(), membership, instead));
  }

  GroupHosting.Became answer(PersonId member, FamilyGroup group, boolean yes) throws Exception {
    return parents.as(member, () -> hosting.answer(parents.caller(member), group.id(), yes));
  }

  GroupHosting.Became takeOut(PersonId host, FamilyGroup group, PersonId member) throws Exception {
    UUID membership =
        parents.house.step(() ->
            new MemberRows(parents.jdbc).find(group.id(), member).map(Member::id).orElseThrow());
    return parents.as(host, () -> hosting.takeOut(parents.caller(host), group.id(), membership));
  }

  GroupMembership.Became join(PersonId person, FamilyGroup group, String name) throws Exception {
    return parents.as(person, () -> membership.join(parents.caller(person), group.id(), name));
  }

  GroupMembership.Became leave(PersonId member, FamilyGroup group) throws Exception {
    return parents.as(member, () -> membership.leave(parents.caller(member), group.id()));
  }

  /// The secret of the last letter's way out.
  String wayOut(Place place, String name) {
    return WAY_OUT
        .matcher(parents.letters(place.mail(name)))
        .results()
        .map(it -> it.group(1))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
