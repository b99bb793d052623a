package fi.rinnalla.finland;

import java.util.UUID;

/// Objects as PTV tells them, of a town and services that nobody has.
final class PtvObjects {
  static final String TOWN = id(1);
  static final String CAFE_PLACE = id(11);
  static final String ADVICE_PHONE = id(12);
  static final String APPLICATION = id(13);
  static final String HOME_PAGE = id(14);
  static final String CAFE = id(21);
  static final String ADVICE = id(22);

  private PtvObjects() {}

  static String id(int number) {
    return "0a5e0000-0000-4000-8000-%012d".formatted(number);
  }

  static UUID uuid(String id) {
    return UUID.fromString(id);
  }

  static String organization(String id, String name) {
    return """
    {"id": "%s", "oid": "1.2.246.10.1", "businessCode": "1234567-1", "organizationType": "Municipality",
     "publishingStatus": "Published", "parentOrganizationId": null,
     "municipality": {"code": "106", "name": [{"language": "fi", "value": "Hyvinkää"}]},
     "organizationNames": [
       {"language": "fi", "type": "Name", "value": "%2$s"},
       {"language": "sv", "type": "Name", "value": "Påhittade staden"},
       {"language": "fi", "type": "AlternativeName", "value": "Kekseliäs"}],
     "displayNameType": [{"language": "fi", "type": "Name"}],
     "organizationDescriptions": [{"language": "fi", "type": "Description", "value": "Kaupunki, jota ei ole."}],
     "emails": [{"language": "fi", "value": "kirjaamo@keksitty.example"},
                {"language": "fi", "value": "etunimi.sukunimi@keksitty.example", "description": "Henkilökunta"}],
     "phoneNumbers": [
       {"language": "fi", "prefixNumber": "+358", "number": "191234", "isFinnishServiceNumber": false,
        "additionalInformation": "Vaihde", "serviceChargeType": "Chargeable"},
       {"language": "sv", "prefixNumber": "+358", "number": "191234", "isFinnishServiceNumber": false,
        "additionalInformation": "Växel", "serviceChargeType": "Chargeable"}],
     "webPages": [{"language": "fi", "url": "https://keksitty.example", "value": "Kaupungin sivut"}],
     "addresses": [{"type": "Visiting", "subType": "Street", "country": "FI", "streetAddress": {
        "street": [{"language": "fi", "value": "Keksijänkatu"}, {"language": "sv", "value": "Uppfinnaregatan"}],
        "streetNumber": "3", "postalCode": "05800", "postOffice": [{"language": "fi", "value": "HYVINKÄÄ"}],
        "municipality": {"code": "106"}, "latitude": "6724000", "longitude": "380000", "coordinateState": "Ok"}}],
     "electronicInvoicings": [{"operatorCode": "X", "electronicInvoicingAddress": "Y"}]}
    """
        .formatted(id, name);
  }

  static String place(String id, String name, String status) {
    return """
    {"id": "%s", "serviceChannelType": "ServiceLocation", "organizationId": "%s", "publishingStatus": "%s",
     "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "%s"}],
     "serviceChannelDescriptions": [
       {"language": "fi", "type": "Summary", "value": "Avoin paikka."},
       {"language": "fi", "type": "Description", "value": "Avoin paikka perheille."}],
     "languages": ["fi", "sv"],
     "phoneNumbers": [
       {"type": "Phone", "language": "fi", "prefixNumber": "+358", "number": "0401234567",
        "additionalInformation": "ohjaaja Maija Mallikas"},
       {"type": "Fax", "language": "fi", "prefixNumber": "+358", "number": "19999"}],
     "emails": [{"language": "fi", "value": "tupa@keksitty.example"}],
     "webPages": [{"language": "fi", "url": "https://tupa.example", "value": "Tuvan sivut"}],
     "addresses": [{"type": "Location", "subType": "Single", "country": "FI",
       "streetAddress": {"street": [{"language": "fi", "value": "Tupatie"}], "streetNumber": "1 B",
         "postalCode": "05800", "postOffice": [{"language": "fi", "value": "HYVINKÄÄ"}],
         "municipality": {"code": "106"},
         "additionalInformation": [{"language": "fi", "value": "Käynti pihan puolelta."}],
         "latitude": "6724000.5", "longitude": "380100.25", "coordinateState": "EnteredByUser"},
       "entrances": [{"isMainEntrance": true, "name": [{"language": "fi", "value": "Pääovi"}],
         "coordinates": {"latitude": "6724000.5", "longitude": "380100.25"},
         "accessibilitySentences": [{
           "sentenceGroup": [{"language": "fi", "value": "Reitti ovelle"}, {"language": "en", "value": "The way to the door"}],
           "sentences": [
             {"sentence": [{"language": "fi", "value": "Reitti on kivetön."}, {"language": "en", "value": "The way has no stones."}]},
             {"sentence": [{"language": "fi", "value": "Ovella on luiska."}]}]}]}]}],
     "serviceHours": [
       {"serviceHourType": "DaysOfTheWeek", "isClosed": false, "validForNow": true, "openingHour": [
         {"dayFrom": "Monday", "dayTo": "Thursday", "from": "09:00:00", "to": "15:00:00"},
         {"dayFrom": "Friday", "dayTo": "", "from": "09:00:00", "to": "13:00:00"}]},
       {"serviceHourType": "Exceptional", "isClosed": true, "validFrom": "2026-12-23T00:00:00+02:00",
        "validTo": "2026-12-27T00:00:00+02:00", "openingHour": []}]}
    """
        .formatted(id, TOWN, status, name);
  }

  static String phone() {
    return """
    {"id": "%s", "serviceChannelType": "Phone", "organizationId": "%s", "publishingStatus": "Published",
     "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "Perheneuvon numero"}],
     "phoneNumbers": [{"type": "Phone", "language": "fi", "number": "0800 1234", "isFinnishServiceNumber": true,
       "chargeDescription": "maksuton"}],
     "serviceHours": [{"serviceHourType": "DaysOfTheWeek", "openingHour": [
       {"dayFrom": "Monday", "dayTo": "Friday", "from": "09:00", "to": "11:00"}]}],
     "services": [{"service": {"id": "%s"}}]}
    """
        .formatted(ADVICE_PHONE, TOWN, ADVICE);
  }

  static String application() {
    return """
    {"id": "%s", "serviceChannelType": "EChannel", "organizationId": "%s", "publishingStatus": "Published",
     "requiresAuthentication": true,
     "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "Yhteydenottolomake"}],
     "webPages": [{"language": "fi", "url": "https://keksitty.example/yhteys"}]}
    """
        .formatted(APPLICATION, TOWN);
  }

  static String homePage() {
    return """
    {"id": "%s", "serviceChannelType": "WebPage", "organizationId": "%s", "publishingStatus": "Published",
     "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "Perheneuvon sivu"}],
     "webPages": [{"language": "fi", "url": "https://keksitty.example/neuvo"}]}
    """
        .formatted(HOME_PAGE, TOWN);
  }

  static String cafe(String name) {
    return """
    {"id": "%s", "type": "Service", "publishingStatus": "Published", "modified": "2026-05-03T11:53:58.16Z",
     "serviceNames": [{"language": "fi", "type": "Name", "value": "%s"}],
     "serviceDescriptions": [
       {"language": "fi", "type": "GD_Description", "value": "Kahvila on kaikille perheille."},
       {"language": "fi", "type": "GD_Summary", "value": "Perheiden kahvila."},
       {"language": "fi", "type": "Description", "value": "Meillä on keinutuoli."},
       {"language": "fi", "type": "UserInstruction", "value": "Tule käymään."},
       {"language": "fi", "type": "ProcessingTime", "value": "Heti."}],
     "requirements": [{"language": "fi", "value": "Pienten lasten perheille."}],
     "generalDescriptionId": "%s",
     "serviceChargeType": "FreeOfCharge", "languages": ["fi"],
     "areaType": "LimitedType", "areas": [{"type": "Municipality", "municipalities": [{"code": "106"}, {"code": "543"}]}],
     "serviceClasses": [{"code": "P3", "uri": "http://urn.fi/URN:NBN:fi:au:ptvl:v1013", "name": [{"language": "fi", "value": "Perheiden palvelut"}]}],
     "targetGroups": [{"code": "KR1.2", "uri": "http://urn.fi/URN:NBN:fi:au:ptvl:v2003"}],
     "lifeEvents": [{"code": "KE1"}],
     "ontologyTerms": [{"uri": "http://www.yso.fi/onto/koko/p1", "name": [{"language": "fi", "value": "vauva"}]}],
     "legislation": [{"names": [{"language": "fi", "value": "Laki"}]}],
     "organizations": [
       {"roleType": "Responsible", "organization": {"id": "%s", "name": "Keksitty kaupunki"}},
       {"roleType": "Producer", "provisionType": "Other", "organization": {"id": "%s", "name": "Tupayhdistys ry"}}],
     "serviceChannels": [
       {"serviceChannel": {"id": "%s", "name": "Perhetupa"},
        "description": [{"language": "fi", "type": "Description", "value": "Kahvila on yläkerrassa."}],
        "contactDetails": {"phoneNumbers": [{"type": "Phone", "language": "fi", "prefixNumber": "+358", "number": "501112222"}]},
        "serviceHours": [{"serviceHourType": "DaysOfTheWeek", "openingHour": [
          {"dayFrom": "Tuesday", "dayTo": null, "from": "09:30:00", "to": "11:30:00"}]}]}]}
    """
        .formatted(CAFE, name, id(99), TOWN, id(2), CAFE_PLACE);
  }

  static String advice() {
    return """
    {"id": "%s", "type": "Service", "publishingStatus": "Published",
     "serviceNames": [{"language": "fi", "type": "Name", "value": "Perheneuvo"}],
     "serviceDescriptions": [{"language": "fi", "type": "Description", "value": "Neuvoja arkeen."}],
     "serviceChargeType": "Chargeable", "areaType": "Nationwide", "languages": ["fi"],
     "organizations": [{"roleType": "Responsible", "organization": {"id": "%s", "name": "Keksitty kaupunki"}}],
     "serviceChannels": [
       {"serviceChannel": {"id": "%s", "name": "Perheneuvon numero"}},
       {"serviceChannel": {"id": "%s", "name": "Yhteydenottolomake"},
        "description": [{"language": "fi", "type": "Description", "value": "Voit jättää soittopyynnön"}]},
       {"serviceChannel": {"id": "%s", "name": "Perheneuvon sivu"}}]}
    """
        .formatted(ADVICE, TOWN, ADVICE_PHONE, APPLICATION, HOME_PAGE);
  }
}
