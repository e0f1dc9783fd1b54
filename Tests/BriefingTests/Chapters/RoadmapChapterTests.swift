import Assessment
import Briefing
import Negotiation
import Testing

/// The chapter on whether packages can be carried out, on the examples.
@Suite struct RoadmapChapterTests {
    private func chapter(_ name: String) throws -> Document.Chapter {
        let document = try example(name).situation(for: .team).briefing()
        return try #require(document.chapters.first { $0.anchor.text == "roadmap" })
    }

    private func headings(_ chapter: Document.Chapter) -> [String] {
        chapter.blocks.compactMap { block -> String? in
            guard case .heading(let prose, anchor: _) = block else { return nil }
            return prose.text
        }
    }

    /// The package in full asks it without a name, each other one by its own, later.
    @Test func everyPackageIsAskedWhatBreaksFirst() throws {
        let dossier = try example("two-states")
        let questions = try headings(chapter("two-states")).filter { $0.contains("what breaks first") }
        let withCommitments = dossier.packages.filter { package in
            (try? dossier.roadmap(RoadmapRequest(package: package.id.rawValue))) != nil
        }
        #expect(questions.count == withCommitments.count && questions.count > 2)
        #expect(questions[0] == "From “Signature”, 14 December 2026: what breaks first?")
        #expect(questions.dropFirst().allSatisfy { $0.contains("what breaks first in “") })
        #expect(Set(questions).count == questions.count)
    }

    /// Nobody can go first in one draft: that has no times, and a way out instead.
    @Test func aDraftThatNobodyCanBeginIsToldBesideTheOneThatMendsIt() throws {
        let headings = try headings(chapter("ukraine"))
        #expect(headings.contains("Signed Monday: what breaks first?"))
        #expect(headings.contains("Who goes first in “Comprehensive draft B”"))
        #expect(!headings.contains { $0.contains("breaks first in “Comprehensive draft B”") })
    }
}
