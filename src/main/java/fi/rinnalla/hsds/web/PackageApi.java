package fi.rinnalla.hsds.web;

import fi.rinnalla.hsds.TabularPackage;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything as one file.
@RestController
class PackageApi {
  private final TabularPackage tabular;

  PackageApi(TabularPackage tabular) {
    this.tabular = tabular;
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping(RecordsApi.BASE + "/package.zip")
  void everything(HttpServletResponse response) throws IOException {
    TabularPackage.Content content = tabular.open();
    try (InputStream bytes = content.bytes()) {
      response.setContentType("application/zip");
      response.setContentLengthLong(content.size());
      response.setHeader("Content-Disposition", "attachment; filename=\"rinnalla-hsds-3.1.zip\"");
      response.setHeader("Access-Control-Allow-Origin", "*");
      bytes.transferTo(response.getOutputStream());
    }
  }
}
