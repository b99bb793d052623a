package fi.rinnalla.search;

import fi.rinnalla.storage.DataFolder;
import fi.rinnalla.storage.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Chooses how words are read and where the index lives.
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

  @Bean
  WordAnalysis wordAnalysis() {
    WordAnalysis analysis = WordAnalysis.best();
    log.info("words are read by {}", analysis.nameAndVersion());
    return analysis;
  }

  @Bean
  BaseForms baseForms(WordAnalysis analysis) {
    return new BaseForms(analysis);
  }

  @Bean
  Synonyms synonyms(WordAnalysis analysis) {
    return Synonyms.load(analysis);
  }

  @Lazy
  @Bean(destroyMethod = "close")
  LuceneIndex searchIndex(DataFolder folder, WordAnalysis analysis, Synonyms synonyms, Json json) {
    return new LuceneIndex(folder.resolve("index"), analysis, synonyms, json);
  }
}
