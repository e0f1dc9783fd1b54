import Sequencing
import Testing

@Suite("Labels")
struct LabelTests {
    @Test("Two labels meet where they do not contradict each other")
    func meeting() {
        let p = Label(0, is: true)
        let notP = Label(0, is: false)
        let q = Label(1, is: true)
        #expect(p.and(notP) == nil)
        #expect(!p.meets(notP))
        #expect(p.and(q)?.propositions == 0b11)
        #expect(p.holds(p.and(q)!))
        #expect(!p.and(q)!.holds(p))
        #expect(Label.always.holds(notP))
    }
}
